import { expect, test } from 'vitest';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { normalizeSection } from '#lib/model/documents/section-normalize.ts';
import { sectionSchema } from '#lib/model/documents/section-schema.ts';
import { Invalid } from '#lib/server/platform/errors.ts';
import { parse } from '#lib/server/platform/parse.ts';
import { eachSeed } from './section-random.ts';

const words = (text: string) => [{ type: 'text', text }];
const paragraph = (id: string, text: string, more: object = {}) => ({ type: 'paragraph', attrs: { id }, content: words(text), ...more });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const cell = (id: string, attrs: object = {}) => ({
	type: 'tableCell',
	attrs: { id, colspan: 1, rowspan: 1, ...attrs },
	content: [paragraph(`${id}p`, id)]
});
const row = (id: string, ...content: unknown[]) => ({ type: 'tableRow', attrs: { id }, content });
const table = (...content: unknown[]) => ({ type: 'table', attrs: { id: 'tab1' }, content });

function issuesOf(input: unknown): unknown {
	try {
		parse(sectionSchema, input);
		return null;
	} catch (error) {
		if (error instanceof Invalid) return error.issues;
		throw error;
	}
}

test('every section that is made at random follows the schema, and normalizing it again changes nothing', () => {
	eachSeed(1500, (maker) => {
		const section = maker.section();
		expect(sectionSchema.safeParse(section).error).toBeUndefined();
		expect(normalizeSection(section)).toEqual(section);
	});
}, 30_000);

test.each([
	[
		'a mark',
		doc(paragraph('p001', 'a', { content: [{ type: 'text', text: 'a', marks: [{ type: 'strike' }] }] })),
		'unknown_mark',
		'strike'
	],
	['a block', doc(paragraph('p001', 'a'), { type: 'video', attrs: { id: 'v001' } }), 'unknown_node', 'video'],
	[
		'a table in a cell',
		doc(table(row('r001', { ...cell('c001'), content: [table(row('r002', cell('c002')))] }))),
		'misplaced_node',
		'table'
	]
])('%s that it does not know is refused by its name', (_, input, code, name) => {
	expect(issuesOf(input)).toEqual([expect.objectContaining({ code, name })]);
});

test.each([
	['no id', doc({ type: 'paragraph', attrs: {} })],
	['an id with capitals', doc(paragraph('P001', 'a'))],
	['a heading of level 4', doc({ type: 'heading', attrs: { id: 'h001', level: 4 } })],
	[
		'an address that runs a script',
		doc(paragraph('p001', 'a', { content: [{ ...words('a')[0], marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }] }))
	],
	['a short row', doc(table(row('r001', cell('c001'), cell('c002')), row('r002', cell('c003'))))],
	['a cell that reaches below the table', doc(table(row('r001', cell('c001', { rowspan: 2 }))))],
	[
		'a cell that reaches into another',
		doc(table(row('r001', cell('c001'), cell('c002', { rowspan: 2 })), row('r002', cell('c003', { colspan: 2 }))))
	],
	['a table without cells', doc(table(row('r001')))],
	['a list without items', doc({ type: 'bulletList', attrs: { id: 'l001' }, content: [] })],
	['nothing', null],
	['no blocks', doc()],
	['another attribute', doc(paragraph('p001', 'a', { attrs: { id: 'p001', style: 'x' } }))]
])('%s is refused', (_, input) => {
	expect(issuesOf(input)).not.toBeNull();
});

test.each([
	'swing:practice/0b7f4c8e-1d2a-4e5f-8a9b-0c1d2e3f4a5b',
	'swing:file/0b7f4c8e-1d2a-4e5f-8a9b-0c1d2e3f4a5b',
	'swing:city/da',
	'https://a.lv/'
])('a link to %s is allowed', (href) => {
	const input = doc(paragraph('p001', 'a', { content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href } }] }] }));
	expect(issuesOf(input)).toBeNull();
});

test('cells that cover rows and columns fill a rectangle, with a row of none', () => {
	const covered = table(
		row('r001', cell('c001', { rowspan: 2 }), cell('c002', { colspan: 2, rowspan: 2 })),
		row('r002'),
		row('r003', cell('c003', { colspan: 3 }))
	);
	expect(issuesOf(doc(covered))).toBeNull();
});

test('what is too deep, too many or too long is refused before it is looked at', () => {
	let deep: unknown = paragraph('p001', 'a');
	for (let level = 0; level < 5000; level += 1)
		deep = { type: 'bulletList', attrs: { id: 'l001' }, content: [{ type: 'listItem', attrs: { id: 'i001' }, content: [deep] }] };
	const code = (input: unknown) => (issuesOf(input) as { code: string }[])[0]?.code;
	expect(code(doc(deep))).toBe('too_large');
	expect(code(doc(...Array.from({ length: 30_001 }, (_, n) => paragraph(`p${n}000`, 'a'))))).toBe('too_large');
	expect(code(doc(paragraph('p001', 'a'.repeat(200_001))))).toBe('too_long');
});

test('what a paste brings is put in shape: short rows, wide letters, a first item without words', () => {
	const pasted = doc(
		{
			type: 'bulletList',
			attrs: { id: 'l001' },
			content: [
				{
					type: 'listItem',
					attrs: { id: 'i001' },
					content: [
						{
							type: 'bulletList',
							attrs: { id: 'l002' },
							content: [{ type: 'listItem', attrs: { id: 'i002' }, content: [paragraph('p001', 'e\u0301\u200b')] }]
						}
					]
				}
			]
		},
		table(row('r001'), row('r002', cell('c001'), cell('c002', { colspan: 2 })), row('r003', cell('c003', { rowspan: 9 })))
	) as unknown as SectionDoc;
	const normal = normalizeSection(pasted);
	expect(issuesOf(normal)).toBeNull();
	expect(normalizeSection(normal)).toEqual(normal);
	expect(JSON.stringify(normal)).toContain('"é"');
	const [, shaped] = normal.content;
	expect(shaped?.type === 'table' && shaped.content.map(({ content }) => content.length)).toEqual([3, 2, 3]);
});

test('marks of what is no word go, breaks of lines in a text become breaks, and equal neighbours are joined', () => {
	const bold = [{ type: 'bold' as const }];
	const said = (content: unknown): unknown =>
		normalizeSection(doc(paragraph('p001', 'a', { content })) as unknown as SectionDoc).content[0];
	expect(
		said([
			{ type: 'text', text: 'a', marks: [{ type: 'italic' }, { type: 'bold' }] },
			{ type: 'text', text: 'b\nc', marks: [{ type: 'bold' }, { type: 'italic' }] },
			{ type: 'footnote', attrs: { id: 'f001', text: ' one\ntwo ' }, marks: bold },
			{ type: 'hardBreak', marks: bold },
			{ type: 'text', text: 'e' },
			{ type: 'text', text: '\u0301' }
		])
	).toEqual({
		type: 'paragraph',
		attrs: { id: 'p001' },
		content: [
			{ type: 'text', text: 'ab', marks: [{ type: 'bold' }, { type: 'italic' }] },
			{ type: 'hardBreak' },
			{ type: 'text', text: 'c', marks: [{ type: 'bold' }, { type: 'italic' }] },
			{ type: 'footnote', attrs: { id: 'f001', text: 'one two' } },
			{ type: 'hardBreak' },
			{ type: 'text', text: 'é' }
		]
	});
	expect(said([])).toEqual({ type: 'paragraph', attrs: { id: 'p001' } });
});
