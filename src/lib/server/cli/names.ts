import { unmarked } from '#lib/model/slug.ts';

/** A short code for the city that no other one has: the first letters of its name, as many as it takes. */
export function codeOf(name: string, taken: ReadonlySet<string>): string {
	const letters = unmarked(name)
		.replace(/[^a-z]/g, '')
		.padEnd(2, 'x');
	for (let length = 2; length <= Math.min(8, letters.length); length++) {
		const code = letters.slice(0, length);
		if (!taken.has(code)) return code;
	}
	for (let at = 0; ; at++) {
		const code = `${letters.slice(0, 4)}${String.fromCharCode(97 + (at % 26)).repeat(1 + Math.floor(at / 26))}`;
		if (!taken.has(code)) return code;
	}
}
