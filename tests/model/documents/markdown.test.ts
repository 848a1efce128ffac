import fc from 'fast-check';
import { expect, test } from 'vitest';
import { docLimits, markdownLimit } from '#lib/model/documents/limits.ts';
import { fromMarkdown, toMarkdown } from '#lib/model/documents/markdown.ts';
import { docSchema } from '#lib/model/documents/schema.ts';
import { toText } from '#lib/model/documents/text.ts';
import { normalDoc, someText } from './arbitraries.ts';

test('every document in canonical shape survives Markdown', () => {
	fc.assert(
		fc.property(normalDoc, (doc) => {
			expect(fromMarkdown(toMarkdown(doc))).toEqual(doc);
		}),
		{ numRuns: 400 }
	);
}, 60_000);

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
				const kept = toText(doc).text + JSON.stringify(doc);
				const words = markdown.match(/\p{L}{4,}/gu) ?? [];
				for (const word of words) expect(kept.toLowerCase()).toContain(word.toLowerCase());
			}
		),
		{ numRuns: 1000 }
	);
});

test.each([
	['# Virsraksts\n\nText', '**Virsraksts**\n\nText\n'],
	['![Tilts](https://a.lv/t.jpg)', '[Tilts](https://a.lv/t.jpg)\n'],
	['[x](javascript:alert)', 'x (javascript:alert)\n'],
	['[x](/signout "Out")', 'x (/signout "Out")\n'],
	['[x](https://a.lv "Par")', '[x](https://a.lv) (Par)\n'],
	['[x][1]\n\n[1]: https://a.lv\n[2]: https://b.lv', '[x](https://a.lv)\n\n\\[2]: https\\://b.lv\n'],
	['a\n\n***\n\nb', 'a\n\n———\n\nb\n'],
	['| a | b |\n|---|---|\n| c | d |', '| a | b |\n|---|---|\n| c | d |\n'],
	['see https://a.lv/x_y. Or www.b.lv', 'see <https://a.lv/x_y>. Or [www.b.lv](http://www.b.lv)\n'],
	['<script>alert(1)</script>', '\\<script>alert(1)\\</script>\n'],
	['``` js linenos\na\n```', '```\njs linenos\na\n```\n'],
	['1) a\n2) b', '1. a\n2. b\n'],
	['**`code`** and [`c`](https://a.lv)', '`code` and [c](https://a.lv)\n'],
	['first\nsecond  \nthird\\\nfourth', 'first\nsecond\nthird\nfourth\n']
])('%j', (markdown, canonical) => {
	expect(toMarkdown(fromMarkdown(markdown))).toBe(canonical);
});

test('what nests too deep is laid flat', () => {
	const doc = fromMarkdown(
		'> '.repeat(docLimits.depth + 3) + 'deep\n\n' + Array.from({ length: 12 }, (_, n) => '  '.repeat(n) + `- ${n}`).join('\n')
	);
	expect(docSchema.safeParse(doc).success).toBe(true);
	expect(toText(doc).text).toBe('deep\n' + Array.from({ length: 12 }, (_, n) => `${n}\n`).join(''));
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
