import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Doc, Inline } from '#lib/model/documents/doc.ts';
import { fromMarkdown, toMarkdown } from '#lib/model/documents/markdown.ts';
import { mergeDocs } from '#lib/model/documents/merge-docs.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';
import { mapParagraphs } from '#lib/model/documents/paragraphs.ts';
import { docSchema } from '#lib/model/documents/schema.ts';
import { textMapOf } from '#lib/model/documents/text-map.ts';
import { normalDoc } from './arbitraries.ts';

interface Typing {
	paragraph: number;
	/** What is done there. */
	act: 'before' | 'behind' | 'instead' | 'new block' | 'no block';
}
const typings = fc.array(
	fc.record({ paragraph: fc.nat(12), act: fc.constantFrom('before', 'behind', 'instead', 'new block', 'no block') }),
	{ maxLength: 4 }
) as fc.Arbitrary<Typing[]>;

/** A document in which somebody typed words that nobody else writes. */
function typedIn(doc: Doc, by: string, all: Typing[]): { doc: Doc; words: string[] } {
	const words: string[] = [];
	const typed = all.reduce((now, { paragraph, act }) => {
		const said = `${by}${words.length}x`;
		const put: Inline = { type: 'text', text: ` ${said} ` };
		if (act === 'no block') return { ...now, content: now.content.filter((_, place) => place !== paragraph) };
		words.push(said);
		if (act === 'new block') return { ...now, content: now.content.toSpliced(paragraph, 0, { type: 'paragraph', content: [put] }) };
		let at = -1;
		return mapParagraphs(now, (content) => {
			at += 1;
			if (at !== paragraph) return content;
			return act === 'before' ? [put, ...content] : act === 'behind' ? [...content, put] : [put];
		});
	}, doc);
	const changed = normalizeDoc(typed);
	return { doc: changed, words: words.filter((word) => textMapOf(changed).text.includes(word)) };
}

const versions = fc.record({ base: normalDoc, my: typings, their: typings }).map(({ base, my, their }) => ({
	base,
	mine: typedIn(base, 'mana', my),
	theirs: typedIn(base, 'viņu', their)
}));

test('every word that either side added is in the document or in a clash, and the document can be posted', () => {
	fc.assert(
		fc.property(versions, ({ base, mine, theirs }) => {
			const { doc, clashes } = mergeDocs(base, mine.doc, theirs.doc);
			expect(docSchema.safeParse(doc).success).toBe(true);
			expect(normalizeDoc(doc)).toEqual(doc);
			const { text } = textMapOf(doc);
			const shown = clashes.map((clash) => textMapOf({ type: 'doc', content: clash.mine }).text).join('');
			for (const word of mine.words) expect(text + shown).toContain(word);
			for (const word of theirs.words) expect(text).toContain(word);
		}),
		{ numRuns: 300 }
	);
});

test('a side that changed nothing changes nothing, and what both did alike is no clash', () => {
	fc.assert(
		fc.property(normalDoc, normalDoc, (base, doc) => {
			const alone = { doc, clashes: [] };
			expect(mergeDocs(base, doc, base)).toEqual(alone);
			expect(mergeDocs(base, base, doc)).toEqual(alone);
			expect(mergeDocs(base, doc, doc)).toEqual(alone);
		}),
		{ numRuns: 100 }
	);
});

describe('what people do at the same time', () => {
	const merged = (base: string, mine: string, theirs: string) => {
		const { doc, clashes } = mergeDocs(fromMarkdown(base), fromMarkdown(mine), fromMarkdown(theirs));
		const told = (content: Doc['content']): string => toMarkdown({ type: 'doc', content });
		return { text: toMarkdown(doc), clashes: clashes.map((clash) => [told(clash.base), told(clash.mine), told(clash.theirs)]) };
	};

	test('one makes words bold while another types in the same paragraph', () => {
		expect(merged('The old bridge is closed.', 'The **old** bridge is closed.', 'The old bridge is open.')).toEqual({
			text: 'The **old** bridge is open.',
			clashes: []
		});
	});

	test('two items of one list are changed', () => {
		expect(merged('- one\n- two\n- three', '- one\n- two more\n- three', '- first one\n- two\n- three\n- four')).toEqual({
			text: '- first one\n- two more\n- three\n- four',
			clashes: []
		});
	});

	test('the same word is changed by both: the paragraph of each is shown', () => {
		expect(merged('a\n\nIt costs 12 000 €', 'a\n\nIt costs 13 000 €', 'b\n\nIt costs 14 000 €')).toEqual({
			text: 'b\n\nIt costs 14 000 €',
			clashes: [['It costs 12 000 €', 'It costs 13 000 €', 'It costs 14 000 €']]
		});
	});

	test('one makes a list of a paragraph in which another types', () => {
		const { text, clashes } = merged('a\n\nb c\n\nd', 'a\n\n- b\n- c\n\nd', 'a\n\nb more c\n\nd');
		expect(text).toBe('a\n\nb more c\n\nd');
		expect(clashes).toEqual([['b c', '- b\n- c', 'b more c']]);
	});
});
