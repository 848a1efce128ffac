import fc from 'fast-check';
import { expect, test } from 'vitest';
import { docLimits, markdownLimit } from '#lib/model/documents/limits.ts';
import { fromMarkdown, toMarkdown } from '#lib/model/documents/markdown.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';
import { plainDoc } from '#lib/model/documents/plain.ts';
import { docSchema } from '#lib/model/documents/schema.ts';
import { textMapOf } from '#lib/model/documents/text-map.ts';
import { normalDoc, someText } from './arbitraries.ts';

test('every document in canonical shape survives Markdown', () => {
	fc.assert(
		fc.property(normalDoc, (doc) => {
			expect(fromMarkdown(toMarkdown(doc))).toEqual(doc);
		}),
		{ numRuns: 400 }
	);
}, 60_000);

test('code that holds nothing but a sign of ours is code', () => {
	const doc = fromMarkdown('```\n{\\}\n```');
	expect(doc.content).toEqual([{ type: 'codeBlock', content: [{ type: 'text', text: '{\\}' }] }]);
	expect(fromMarkdown(toMarkdown(doc))).toEqual(doc);
});

test('a text in which every sign is in doubt is written in no time, and survives', () => {
	const line = '{\\}- 9. **a{\\}** {**b**}c [x{\\}](https://a.lv)\n';
	const doc = fromMarkdown(line.repeat(Math.floor(markdownLimit / line.length)));
	const started = performance.now();
	const written = toMarkdown(doc);
	expect(performance.now() - started).toBeLessThan(5_000);
	expect(fromMarkdown(written)).toEqual(doc);
});

test('whatever is typed becomes a document that the schema knows', () => {
	const typed = fc.array(fc.oneof(someText, fc.constantFrom('\n', '\n\n', '\n- ', '\n> ', '\n    ')), { maxLength: 30 });
	fc.assert(
		fc.property(
			typed.map((all) => all.join('')),
			(markdown) => {
				expect(docSchema.parse(fromMarkdown(markdown))).toBeTruthy();
			}
		),
		{ numRuns: 400 }
	);
});

test('no word is lost, whatever stands around it', () => {
	const parts = fc.oneof(
		fc.constantFrom('vārds', 'Krāsns', 'słowo', 'ŽODIS', '2024', 'ïŀlò'),
		fc.constantFrom(
			...'*_#>[]()`~+-=|!<:."\n\n\n ',
			'- ',
			'1. ',
			'> ',
			'](',
			'![',
			'```',
			'    ',
			'<b>',
			'<!--',
			'-->',
			' "',
			'[vārds]: ',
			'http://a.lv/'
		)
	);
	fc.assert(
		fc.property(
			fc.array(parts, { maxLength: 25 }).map((all) => all.join('')),
			(markdown) => {
				const doc = fromMarkdown(markdown);
				const kept = textMapOf(doc).text + JSON.stringify(doc);
				const words = markdown.match(/\p{L}{4,}/gu) ?? [];
				for (const word of words) expect(kept.toLowerCase()).toContain(word.toLowerCase());
			}
		),
		{ numRuns: 1000 }
	);
});

test.each([
	['[x](https://a.lv)', '[x](https://a.lv)'],
	['see https://a.lv/x_y. Or www.b.lv', 'see https://a.lv/x_y. Or www.b.lv'],
	['``` \na\n```', '```\na\n```'],
	['1. a\n\n2. b', '1. a\n2. b'],
	['- a\n\n\n- b', '- a\n- b'],
	['**`code`** and [`c`](https://a.lv)', '`code` and [c](https://a.lv)'],
	['bo{**l**}d', 'bo{**l**}d'],
	['{\\}1. a\n{\\}2. b', '1. a\n{\\}2. b'],
	['{\\}9. maijs (otrdiena) – 2*3\n\n{\\}10. maijs', '9. maijs (otrdiena) – 2*3\n\n{\\}10. maijs'],
	['{\\}- Labdien, https://a.lv [1]\n{\\}- 2*3 {x}\n(jā)', '- Labdien, https://a.lv [1]\n{\\}- 2*3 {x}\n(jā)'],
	['a {\\}*b{\\}* **c** 2*3', 'a *b{\\}*{\\} **c** 2*3'],
	['{\\}24. decembris', '24. decembris'],
	['>\n> 1. decembris', '>\n> 1. decembris'],
	['>\n> 1. a\n> 2. b', '>\n> 1. a\n> 2. b']
])('%j is written as %j', (markdown, canonical) => {
	expect(toMarkdown(fromMarkdown(markdown))).toBe(canonical);
});

/** What people write that Markdown elsewhere takes for something else. */
test.each([
	'ul. Długa 5',
	'J. Bērziņš',
	'A. Viens\nB. Divi\nC. Trīs',
	'15. decembris\n31. janvāris\n28. februāris',
	'1. decembris',
	'24. decembris\n\n26. decembris',
	'1. a\n1. b',
	'1) a\n2) b',
	'01. a\n02. b',
	'2026. gada marts',
	'\\\\server\\share\\_new',
	'C:\\*\\_old\\[a]',
	'2*3*4 = 24',
	'rm *.tmp *.log',
	'*.ts,*.js',
	'snake_case and __init__ and _new_',
	'Cena* ir 5 €\n* bez PVN',
	'Ar cieņu\nIlze\n--\nDaugavpils',
	'Virsraksts\n===',
	'Ilze\n---',
	'- teica Ilze',
	'+371 654 00000\n+371 654 11111',
	'> 18 gadi',
	'> 18 gadi\n> 19 gadi',
	'> 18 gadi\n> un vairāk',
	'>\n>',
	'>>> print(x)',
	'# Virsraksts',
	'#hashtag #gen-y',
	'a\n\n***\n\nb',
	'| a | b |\n|---|---|\n| c | d |',
	'Klaipėda\t123400\nDaugavpils\t78000',
	'    četras atstarpes',
	'a\n\n    b',
	'l`Aquila, d`Artagnan',
	'`viens',
	'```\nbez beigām',
	'[x](javascript:alert)',
	'[x](/signout "Out")',
	'[x](https://a.lv "Par")',
	'[x][1]\n\n[1]: https://a.lv',
	'[piezīme] (skat. tālāk)',
	'<script>alert(1)</script> &amp; &nbsp; &#42;',
	'first\nsecond\\\nthird',
	'5 &lt; 7 \\* 8',
	'10\u00a0000 €  un  vēl'
])('%j comes back letter by letter', (text) => {
	expect(fromMarkdown(text)).toEqual(normalizeDoc(plainDoc(text)));
	expect(toMarkdown(fromMarkdown(text))).toBe(text);
});

test('whatever holds no pair of marks and no list comes back letter by letter', () => {
	const words = fc.constantFrom(
		'vārds',
		'Długa',
		'24',
		'x',
		'_',
		'__',
		'\\',
		'\\\\',
		'~',
		'#',
		'# ',
		'=',
		'--',
		'+',
		'!',
		'&',
		'<b>',
		'.',
		')',
		'(',
		']',
		' ',
		' ',
		'\t',
		'\n'
	);
	fc.assert(
		fc.property(fc.array(words, { maxLength: 30 }), (all) => {
			const text = all.join('');
			expect(textMapOf(fromMarkdown(text)).text).toBe(textMapOf(normalizeDoc(plainDoc(text))).text);
		}),
		{ numRuns: 1000 }
	);
});

test('the numbers of a list go up one by one, and one number is no list', () => {
	const kinds = (text: string) => fromMarkdown(text).content.map(({ type }) => type);
	expect(kinds('1. a\n2. b\n3. c')).toEqual(['orderedList']);
	expect(kinds('Darba kārtība:\n1. a\n2. b')).toEqual(['paragraph', 'orderedList']);
	expect(kinds('1. a\n2. b\n4. c')).toEqual(['paragraph']);
	expect(kinds('1. a\n   vēl\n\n   un vēl\n2. b')).toEqual(['orderedList']);
	expect(fromMarkdown('- 1. decembris\n- 2. janvāris')).toEqual(
		normalizeDoc({
			type: 'doc',
			content: [
				{
					type: 'bulletList',
					content: ['1. decembris', '2. janvāris'].map((text) => ({
						type: 'listItem',
						content: [{ type: 'paragraph', content: [{ type: 'text', text }] }]
					}))
				}
			]
		})
	);
});

test('what other programs write is understood when it is pasted', () => {
	expect(toMarkdown(fromMarkdown('# Virsraksts\n\n* a\n* b\n\n2*3*4', 'pasted'))).toBe('**Virsraksts**\n\n- a\n- b\n\n2*3*4');
	const numbered = fromMarkdown('1. *a*\n2. b\n\n- c\n- d', 'numbers');
	expect(numbered.content.map(({ type }) => type)).toEqual(['orderedList', 'paragraph']);
	expect(textMapOf(numbered).text).toBe('*a*\nb\n- c\n- d\n');
});

test('what nests too deep is laid flat', () => {
	const doc = fromMarkdown('> '.repeat(docLimits.depth + 3) + 'deep');
	expect(docSchema.safeParse(doc).success).toBe(true);
	expect(textMapOf(doc).text).toBe('> > > deep\n');
});

test.each([
	'>',
	'- ',
	'1. ',
	'a*',
	'*a_',
	'**_',
	'[',
	'[a](',
	'![',
	'` `` ',
	'<a ',
	'[x] ',
	'> a\n\n',
	'- a\n\nb\n\n',
	'a\n===\n',
	'- 1. - 1. a\n\nb\n\n'
])(
	'a text of nothing but %j does not hold up the others',
	(unit) => {
		const started = performance.now();
		fromMarkdown(unit.repeat(Math.floor(markdownLimit / unit.length)));
		expect(performance.now() - started).toBeLessThan(10_000);
	},
	30_000
);
