import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyDoc, type Block, type Doc } from '#lib/model/documents/doc.ts';
import { docLimits, postLimit } from '#lib/model/documents/limits.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';
import { docSchema, postSchema } from '#lib/model/documents/schema.ts';
import { normalDoc, someDoc } from './arbitraries.ts';

const text = (value: string, ...marks: unknown[]): unknown => ({ type: 'text', text: value, ...(marks.length ? { marks } : {}) });
const paragraph = (...content: unknown[]): unknown => ({ type: 'paragraph', content });
const doc = (...content: unknown[]): unknown => ({ type: 'doc', content });
const link = (href: string): unknown => ({ type: 'link', attrs: { href } });

function nested(depth: number): unknown {
	let block: unknown = paragraph(text('deep'));
	for (let level = 0; level < depth; level += 1) block = { type: 'blockquote', content: [block] };
	return doc(block);
}

test('canonical documents follow the schema and stay as they are', () => {
	fc.assert(
		fc.property(normalDoc, (one) => {
			expect(docSchema.parse(one)).toEqual(one);
		})
	);
});

test('normalizing twice is normalizing once', () => {
	fc.assert(
		fc.property(someDoc, (one) => {
			const once = normalizeDoc(one);
			expect(normalizeDoc(once)).toEqual(once);
		}),
		{ numRuns: 500 }
	);
});

test.each<[string, unknown]>([
	['nothing', null],
	['a string', 'doc'],
	['an array', []],
	['another root', { type: 'paragraph' }],
	['no content', { type: 'doc' }],
	['unknown keys', { type: 'doc', content: [{ type: 'paragraph', onclick: 'x' }] }],
	['unknown attributes', doc({ type: 'paragraph', attrs: { style: 'color: red' } })],
	['unknown nodes', doc({ type: 'image', attrs: { src: 'x' } })],
	['unknown marks', doc(paragraph(text('a', { type: 'strike' })))],
	['empty text', doc(paragraph(text('')))],
	['a mark twice', doc(paragraph(text('a', { type: 'bold' }, { type: 'bold' })))],
	['code with another mark', doc(paragraph(text('a', { type: 'code' }, { type: 'bold' })))],
	['marks in a code block', doc({ type: 'codeBlock', content: [text('a', { type: 'bold' })] })],
	['a list without items', doc({ type: 'bulletList', content: [] })],
	['a paragraph in a list', doc({ type: 'bulletList', content: [paragraph(text('a'))] })],
	['a negative start', doc({ type: 'orderedList', attrs: { start: -1 }, content: [{ type: 'listItem', content: [paragraph()] }] })],
	['a javascript link', doc(paragraph(text('a', link('javascript:alert(1)'))))],
	['a javascript link in disguise', doc(paragraph(text('a', link(' java\tscript:alert(1)'))))],
	['a data link', doc(paragraph(text('a', link('data:text/html,x'))))],
	['a relative link', doc(paragraph(text('a', link('/signout'))))],
	['a link with hidden characters', doc(paragraph(text('a', link('https://a.lv/\u202egnp'))))],
	['a very long link', doc(paragraph(text('a', link('https://a.lv/' + 'a'.repeat(docLimits.href)))))],
	['many long links', doc(paragraph(...Array.from({ length: 40 }, (_, n) => text('a', link(`https://a.lv/${n}/` + 'a'.repeat(1900))))))],
	['too deep', nested(docLimits.depth + 1)],
	['deep beyond any stack', nested(100_000)],
	['too many nodes', doc(...Array.from({ length: docLimits.nodes }, () => paragraph(text('a'))))]
])('refused: %s', (_, value) => {
	expect(docSchema.safeParse(value).success).toBe(false);
});

test('rubbish is refused, never thrown at', () => {
	fc.assert(
		fc.property(fc.anything(), (value) => {
			expect(docSchema.safeParse(value).success).toBe(false);
		})
	);
});

test('eight levels are allowed', () => {
	expect(docSchema.safeParse(nested(docLimits.depth)).success).toBe(true);
});

test('a post says something or nothing, and not too much', () => {
	const issues = (value: unknown): string[] => postSchema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];
	expect(postSchema.parse(doc(paragraph(text(' \u200b'))))).toEqual(emptyDoc);
	expect(issues(doc(paragraph(text('a'.repeat(postLimit)))))).toEqual([]);
	expect(issues(doc(paragraph(text('a'.repeat(postLimit + 1)))))).toEqual(['too_long']);
});

test('the canonical shape', () => {
	const bold = { type: 'bold' };
	const value = doc(
		paragraph(),
		paragraph(
			text('  Sve'),
			text('iki'),
			text(' ', bold),
			text('Da\u0304rte ', bold),
			text('x\ny'),
			{ type: 'hardBreak' },
			{ type: 'hardBreak' },
			text('z')
		),
		{
			type: 'orderedList',
			attrs: { start: 1 },
			content: [
				{ type: 'listItem', content: [{ type: 'codeBlock', attrs: { language: null }, content: [text('a\tb')] }] },
				{ type: 'listItem', content: [paragraph()] },
				{ type: 'listItem', content: [paragraph(text('b'))] }
			]
		},
		{ type: 'orderedList', attrs: { start: 24 }, content: [{ type: 'listItem', content: [paragraph(text('decembris'))] }] },
		{ type: 'blockquote', content: [paragraph()] },
		paragraph()
	);
	expect(normalizeDoc(docSchema.parse(value))).toEqual<Doc>({
		type: 'doc',
		content: [
			{
				type: 'paragraph',
				content: [
					{ type: 'text', text: '  Sveiki ' },
					{ type: 'text', text: 'Dārte', marks: [{ type: 'bold' }] },
					{ type: 'text', text: ' x' },
					{ type: 'hardBreak' },
					{ type: 'text', text: 'y' }
				]
			},
			{ type: 'paragraph', content: [{ type: 'text', text: 'z' }] },
			{
				type: 'orderedList',
				content: [
					{
						type: 'listItem',
						content: [{ type: 'paragraph' }, { type: 'codeBlock', content: [{ type: 'text', text: 'a\tb' }] }]
					},
					{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'b' }] }] }
				]
			} satisfies Block,
			{ type: 'paragraph', content: [{ type: 'text', text: '24. decembris' }] }
		]
	});
});
