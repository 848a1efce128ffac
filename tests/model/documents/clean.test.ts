import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, cleanText } from '#lib/model/documents/clean.ts';
import { letters, someText } from './arbitraries.ts';

const ordinary = fc
	.array(fc.constantFrom(...letters, ...letters.toUpperCase(), ...' 0123456789.,;:?!–—„“”«»’\'"()[]@#&/+-*_%€§…\n\t\u00a0'))
	.map((all) => all.join('').normalize('NFC'));

test('text of the ten languages stays as it is', () => {
	fc.assert(
		fc.property(ordinary, (text) => {
			expect(cleanText(text)).toBe(text);
		})
	);
});

test.each([
	['Vietnamese and Lithuanian with stacked accents', 'Trường Đại học Huế, Nguyễn · lẽ̃ ir i̇́ ė́'.normalize('NFC')],
	['a family, a firefighter, a rainbow flag', '👩‍👩‍👧‍👦 👩🏽‍🚒 🏳️‍🌈 ❤️‍🔥'],
	['Scotland, Latvia, keycaps and hearts', '🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇱🇻 1️⃣ #️⃣ ❤️ ☺︎'],
	['Persian with a non-joiner', 'می‌خواهم'],
	['Hindi with a joiner', 'क्‍ष'],
	['Hebrew with a directional mark', 'שלום\u200f 1']
])('%s stays as it is', (_, text) => {
	expect(cleanText(text)).toBe(text);
});

test.each([
	['control characters', 'a\0b\u0007c\u0085d\u009be', 'abc\nde'],
	['line ends of every kind', 'a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
	['lone surrogates', 'a\ud83db\udc00c', 'abc'],
	['overrides and isolates', '\u202egnp.exe\u202c \u2066a\u2069', 'gnp.exe a'],
	['zero-width spaces, joiners between Latin letters', 'a\u200bb\u200cc\u200dd\u2060e\ufeff', 'abcde'],
	['hidden tags', 'hello\u{E0068}\u{E0069}', 'hello'],
	['variation selectors where they mean nothing', 'a\ufe0fb\u{E0101}', 'ab'],
	['directional marks in a row', 'a\u200e\u200e\u200fb', 'a\u200eb'],
	['object replacement characters and noncharacters', 'a\ufffcb\ufffec', 'abc'],
	['decomposed letters', 'Da\u0304rte', 'Dārte'],
	['accents without end', 'a' + '\u0315'.repeat(50) + 'b', 'a' + '\u0315'.repeat(4) + 'b']
])('%s', (_, dirty, clean) => {
	expect(cleanText(dirty)).toBe(clean);
});

test('cleaning twice is cleaning once', () => {
	const wild = fc.array(
		fc.oneof(someText, fc.constantFrom(...'\u200d\u200c\ufe0f\u200e\u200f\u0338\u0301\u094d\u034f↔❤🎷क\u{E0067}\u{E007F}')),
		{ maxLength: 12 }
	);
	fc.assert(
		fc.property(
			wild.map((all) => all.join('')),
			(text) => {
				expect(cleanText(cleanText(text))).toBe(cleanText(text));
				expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
			}
		),
		{ numRuns: 3000 }
	);
});

test('a line has single spaces, no line ends, and keeps a French space', () => {
	expect(cleanLine('  Ilze\t\tOzolkalne\n\u2003 x\u2800 ')).toBe('Ilze Ozolkalne x');
	expect(cleanLine('Qui\u202f?')).toBe('Qui\u202f?');
});

test('a megabyte is clean within a second', () => {
	const started = performance.now();
	cleanText('e\u0301\u200d🎷\u202e'.repeat(170_000));
	expect(performance.now() - started).toBeLessThan(2_000);
});
