/** Words as they are spread in any language: the n-th is heard about 1/n as often as the first; always the same ones. */
const words = 20_000;
const wordsInAPost = 48;
const syllables = ['ba', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'ti', 'vo', 'da', 'fe', 'gi', 'po', 'zu', 'la', 'ne'];

/** The n-th word, from 0, the most common first. */
export function wordOf(n: number): string {
	let word = '';
	for (let rest = n + 17; rest > 0; rest = Math.floor(rest / syllables.length)) word = (syllables[rest % syllables.length] ?? '') + word;
	return `${word}t`;
}

/** Numbers between 0 and 1, always the same. */
function chances(): () => number {
	let state = 20_170_330;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

/** So many texts of about 300 characters. */
export function spreadTexts(count: number): string[] {
	const chance = chances();
	const scale = Math.log(words + 1);
	const word = () => wordOf(Math.min(words - 1, Math.floor(Math.exp(chance() * scale)) - 1));
	return Array.from({ length: count }, () => Array.from({ length: wordsInAPost }, word).join(' '));
}
