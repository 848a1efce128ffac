import spoken from 'virtual:spoken';

const [called = '', everywhere = '', ...rooms] = spoken.split(';');
const names = called.split(' ');

/** The message files of a page, by its route; what is fetched later brings its own (`speaking`). */
export function piecesOf(route: string | null): string[] {
	const room = rooms.map((words) => words.split(' ')).find(([first]) => first === route);
	return [...(everywhere + (room?.[1] ?? ''))].map((sign) => names[sign.charCodeAt(0) - 97] ?? '');
}
