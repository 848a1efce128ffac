import fc from 'fast-check';
import type { Block, Doc, Inline, ListItem, Mark, Text } from '#lib/model/documents/doc.ts';
import { cityMention, personMention } from '#lib/model/documents/mentions.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';

/** Letters of the ten languages. */
export const letters =
	'aābcčdeēfgģhiījkķlļmnņoprsštuūvzž' + 'ąćęłńóśźż' + 'ėįšųū' + 'àèéìîòù' + 'áéíñóúü' + 'àçèïŀ·' + 'ãâêõ' + 'œæÿ«»' + 'æøå' + 'XĀŻČŁÉØ';

/** What means something in Markdown, and what has bitten others. */
const specials = [
	...'*_#>[]()`~+-=|!\\<>&:;.,\'"/$%^{}@?',
	...[
		'{\\}',
		'{*',
		'**}',
		'{`',
		'• ',
		'1. ',
		'2. ',
		'10) ',
		'- ',
		'+ ',
		'> ',
		'# ',
		'```',
		'***',
		'___',
		'---',
		'===',
		'![',
		'](',
		'<b>',
		'<!---->',
		'<!--'
	],
	...['&amp;', '&#32;', 'http://', 'https://a.lv/b_c?d=1', 'www.a.lv', 'a@b.lv', '[x]: http://a.lv', '    ', '  ', ' ', ' '],
	...['\u00a0', '\u200b', '\u2028', '\t', '\n', '\r\n', '🎷', '👩🏽‍🚒', '🏳️‍🌈', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '1️⃣', '🇱🇻', 'e\u0301', '\u0338', 'ا', 'שלום', '\u202e']
];

const pieces = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(...letters) },
	{ weight: 3, arbitrary: fc.constantFrom(...specials) },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
	{ weight: 1, arbitrary: fc.nat(200).map(String) }
);

export const someText = fc
	.array(pieces, { minLength: 1, maxLength: 8 })
	.map((all) => all.join(''))
	.filter((text) => text !== '');

const hrefs = fc.constantFrom(
	'https://example.org/',
	'http://example.org/a_(b)?c=*d*&amp;e=ā#f',
	'mailto:ilze@example.org',
	'https://example.org/"quoted"',
	"https://example.org/`'[x]",
	cityMention('da'),
	personMention('0b7f4c8e-1d2a-4e5f-8a9b-0c1d2e3f4a5b')
);

const marks: fc.Arbitrary<Mark[] | undefined> = fc.oneof(
	fc.constant(undefined),
	fc.constant<Mark[]>([{ type: 'code' }]),
	fc
		.record({ bold: fc.boolean(), italic: fc.boolean(), href: fc.option(hrefs, { freq: 3 }) })
		.map(({ bold, italic, href }): Mark[] => [
			...(href === null ? [] : [{ type: 'link' as const, attrs: { href } }]),
			...(bold ? [{ type: 'bold' as const }] : []),
			...(italic ? [{ type: 'italic' as const }] : [])
		])
);

/** As the editor writes them, the name as odd as any text. */
const mention: fc.Arbitrary<Text> = fc
	.oneof(
		fc.constant({ name: 'Ilze Ozolkalne', href: personMention('0b7f4c8e-1d2a-4e5f-8a9b-0c1d2e3f4a5b') }),
		fc.record({ name: someText, href: fc.constant(cityMention('da')) })
	)
	.map(({ name, href }): Text => ({ type: 'text', text: `@${name}`, marks: [{ type: 'link', attrs: { href } }] }));

const textNode: fc.Arbitrary<Text> = fc.oneof(
	{
		weight: 9,
		arbitrary: fc
			.record({ text: someText, marks })
			.map(({ text, marks: on }): Text => (on?.length ? { type: 'text', text, marks: on } : { type: 'text', text }))
	},
	{ weight: 1, arbitrary: hrefs.map((href): Text => ({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })) },
	{ weight: 1, arbitrary: mention }
);

const inline: fc.Arbitrary<Inline> = fc.oneof(
	{ weight: 6, arbitrary: textNode },
	{ weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) }
);

const leaf: fc.Arbitrary<Block> = fc.oneof(
	{ weight: 4, arbitrary: fc.array(inline, { maxLength: 6 }).map((content): Block => ({ type: 'paragraph', content })) },
	{
		weight: 1,
		arbitrary: fc
			.record({ language: fc.constantFrom(null, 'ts', 'c++', 'not a name'), lines: fc.array(someText, { maxLength: 3 }) })
			.map(({ language, lines }): Block => {
				const text = lines.join('\n');
				return { type: 'codeBlock', attrs: { language }, content: text === '' ? [] : [{ type: 'text', text }] };
			})
	}
);

function blocks(depth: number): fc.Arbitrary<Block[]> {
	if (depth === 0) return fc.array(leaf, { minLength: 1, maxLength: 3 });
	const items = blocks(depth - 1).map((content): ListItem => ({ type: 'listItem', content }));
	const list = fc.array(items, { minLength: 1, maxLength: 3 });
	const block: fc.Arbitrary<Block> = fc.oneof(
		{ weight: 4, arbitrary: leaf },
		{ weight: 2, arbitrary: list.map((content): Block => ({ type: 'bulletList', content })) },
		{
			weight: 2,
			arbitrary: fc
				.tuple(list, fc.constantFrom(0, 1, 1, 7, 999_000_000))
				.map(([content, start]): Block => ({ type: 'orderedList', attrs: { start }, content }))
		},
		{ weight: 1, arbitrary: blocks(depth - 1).map((content): Block => ({ type: 'blockquote', content })) }
	);
	return fc.array(block, { minLength: 1, maxLength: 4 });
}

/** Documents that follow the schema, in any shape. */
export const someDoc: fc.Arbitrary<Doc> = fc
	.nat(3)
	.chain(blocks)
	.map((content): Doc => ({ type: 'doc', content }));

/** Documents in canonical shape. */
export const normalDoc: fc.Arbitrary<Doc> = someDoc.map(normalizeDoc);
