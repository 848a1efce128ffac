import { expect, test } from 'vitest';
import { joinedPieces } from '../../scripts/vite/joined-pieces.mjs';

const piece = (name: string, pages: string, weight: number) => ({ modules: [name], pages: new Set(pages), weight });
const joined = (pieces: ReturnType<typeof piece>[], imports: Record<string, string[]> = {}) =>
	joinedPieces(pieces, (module) => imports[module] ?? []);
const together = (pieces: ReturnType<typeof piece>[], imports?: Record<string, string[]>) =>
	joined(pieces, imports)
		.map(({ modules }) => modules.join(' '))
		.sort();

test('a small piece goes along with one that the same pages and some more reach', () => {
	expect(together([piece('shell', 'abcd', 9000), piece('mark', 'abc', 300)])).toEqual(['shell mark']);
});

test('a piece that few of the pages need stays apart, and so does a large one', () => {
	expect(together([piece('shell', 'abcdefgh', 9000), piece('mark', 'a', 300)])).toEqual(['mark', 'shell']);
	expect(together([piece('shell', 'abcd', 9000), piece('thread', 'abc', 501)])).toEqual(['shell', 'thread']);
	expect(together([piece('shell', 'ab', 400), piece('mark', 'bc', 300)])).toEqual(['mark', 'shell']);
});

test('no page bears more than a little that it does not need', () => {
	const marks = Array.from({ length: 4 }, (_, n) => piece(`mark${n}`, 'abcefghijk', 400));
	const shell = piece('shell', 'abcdefghijk', 9000);
	const imports = { mark0: ['mark1'], mark1: ['shell'] };
	const home = joined([shell, ...marks], imports).find(({ modules }) => modules.includes('shell'));
	expect(home?.modules.length).toBeLessThanOrEqual(3);
});

test('what imports each other in a circle is not made, and what others import comes first', () => {
	const pieces = [piece('shell', 'abcd', 9000), piece('between', 'abc', 5000), piece('mark', 'abc', 300)];
	const imports = { mark: ['between'], between: ['shell'] };
	expect(together(pieces, imports)).toEqual(['between mark', 'shell']);
	const levels = Object.fromEntries(joined(pieces, imports).map(({ modules: [first = ''], level }) => [first, level]));
	expect(levels).toEqual({ between: 0, shell: 1 });
});
