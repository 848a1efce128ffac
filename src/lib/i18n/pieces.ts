import spoken from 'virtual:spoken';

const [everywhere = '', ...rooms] = spoken.split(';');

/** The message files of a page, by its route; what is fetched later brings its own (`speaking`). */
export function piecesOf(route: string | null): string[] {
	const room = rooms.map((words) => words.split(' ')).find(([first]) => first === route);
	return [...everywhere.split(' '), ...(room ?? []).slice(1)];
}
