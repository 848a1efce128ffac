import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf } from '#lib/model/documents/difference.ts';
import { textTokens } from '#lib/model/documents/tokens.ts';
import { letters, someText } from './arbitraries.ts';

/** Removed words in square brackets, added ones in braces. */
const told = (before: string, after: string, timeout?: number): string =>
	differenceOf(before, after, timeout)
		.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[${text}]` : `{${text}}`))
		.join('');

const spaces = fc.constantFrom(' ', ' ', ' ', '\n', '\n\n', '\u00a0', '\u202f', ', ', '. ', ' – ', '’', "'", '·', '-');
const word = fc.oneof(
	fc.constantFrom(
		'col·lecció',
		'l’eau',
		"l'eau",
		'dell’acqua',
		'12\u202f000',
		'1\u00a0234,50',
		'n.º',
		'A.B.',
		'ė\u0301',
		'🏳️‍🌈',
		'👩🏽‍🚒',
		'🇱🇻'
	),
	fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 6 }),
	someText
);
const text = fc.array(fc.tuple(word, spaces), { maxLength: 30 }).map((all) => all.flat().join(''));
/** Two texts that have much in common. */
const versions = fc
	.tuple(text, fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.oneof(fc.constant(''), word, spaces)), { maxLength: 6 }))
	.map(([before, changes]) => {
		const after = changes.reduce((now, [place, length, put]) => {
			const at = place % (now.length + 1);
			return now.slice(0, at) + put + now.slice(at + length);
		}, before);
		return { before: before.normalize('NFC'), after: after.normalize('NFC') };
	});

test('what is the same and removed is the old text, what is the same and added the new one, to the last character', () => {
	fc.assert(
		fc.property(fc.oneof(versions, fc.record({ before: text, after: text })), ({ before, after }) => {
			const parts = differenceOf(before, after);
			const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('');
			expect(without('added')).toBe(before.normalize('NFC'));
			expect(without('removed')).toBe(after.normalize('NFC'));
			expect(parts.every((part) => part.text !== '')).toBe(true);
			expect(parts.some(({ kind }, place) => kind === parts[place + 1]?.kind)).toBe(false);
			if (before.normalize('NFC') === after.normalize('NFC')) expect(parts.every(({ kind }) => kind === 'same')).toBe(true);
		}),
		{ numRuns: 400 }
	);
});

test('tokens joined are the text', () => {
	fc.assert(
		fc.property(text, (one) => {
			expect(textTokens(one).join('')).toBe(one);
		})
	);
});

describe('words are told as they were', () => {
	test.each([
		['Sk. 3. pielikumu par ielām.', 'Sk. 4. pielikumu par ielām.', 'Sk. [3]{4}. pielikumu par ielām.'],
		['la col·lecció municipal', 'la col·laboració municipal', 'la [col·lecció]{col·laboració} municipal'],
		["l'eau de la ville", 'l’eau de la ville', "[l'eau]{l’eau} de la ville"],
		['Prix\u00a0: 12\u202f000 € par an', 'Prix\u00a0: 12\u202f500 € par an', 'Prix\u00a0: [12\u202f000]{12\u202f500} € par an'],
		['Pourquoi\u00a0? Oui', 'Pourquoi\u202f? Oui', '[Pourquoi\u00a0?]{Pourquoi\u202f?} Oui'],
		['dell’acqua e del fiume', 'dell’aria e del fiume', '[dell’acqua]{dell’aria} e del fiume'],
		['naujas ė\u0301jimas čia', 'naujas ė\u0301jimų čia', 'naujas [ė\u0301jimas]{ė\u0301jimų} čia'],
		['zażółć gęślą jaźń', 'zażółć gęśla jaźń', 'zażółć [gęślą]{gęśla} jaźń'],
		['na praça, à noite', 'na praça à noite', 'na praça[,] à noite'],
		['El coste es 1.234,50 euros', 'El coste es 1.243,50 euros', 'El coste es [1.234,50]{1.243,50} euros'],
		['Blåbær på brød', 'Bringebær på brød', '[Blåbær]{Bringebær} på brød'],
		['We meet in Riga', 'We all meet in Riga', 'We {all }meet in Riga']
	])('%s', (before, after, expected) => {
		expect(told(before, after)).toBe(expected);
	});

	test('a letter that was written in two characters is the same letter', () => {
		expect(told('Re\u0301union', 'R\u00e9union')).toBe('Réunion');
	});
});

describe('it is readable', () => {
	test('a sentence written anew is not cut into crumbs', () => {
		expect(told('The city opens a garden for its neighbours.', 'Every school plants an orchard with a gardener.')).toBe(
			'[The city opens a garden for its neighbours]{Every school plants an orchard with a gardener}.'
		);
		expect(told('Riga, Vilnius', 'Tallinn, Warsaw')).toBe('[Riga, Vilnius]{Tallinn, Warsaw}');
	});

	test('what stayed is not told as changed where it is worth reading', () => {
		expect(told('The old bridge stands and the new market opens.', 'The red bridge stands and the big market opens.')).toBe(
			'The [old]{red} bridge stands and the [new]{big} market opens.'
		);
	});

	test('lines that stayed are untouched by what changes beside them', () => {
		expect(told('one\ntwo words\nthree\nfour', 'one\ntwo terms\nthree\nfour\nfive')).toBe(
			'one\ntwo [words]{terms}\nthree\nfour{\nfive}'
		);
		expect(told('a b\nc d', 'a b c d')).toBe('a b[\n]{ }c d');
	});
});

test('what takes too long is told in whole paragraphs', () => {
	const many = (seed: number) => Array.from({ length: 6000 }, (_, n) => `w${(n * seed) % 997}`).join(' ');
	const [before, after] = [`kept\n${many(7)}\nlast`, `kept\n${many(11)}\nlast`];
	const since = performance.now();
	expect(told(before, after, 50)).toBe(`kept\n[${many(7)}\n]{${many(11)}\n}last`);
	expect(performance.now() - since).toBeLessThan(2000);
});
