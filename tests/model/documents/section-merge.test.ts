import { expect, test } from 'vitest';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { blockIdsOf } from '#lib/model/documents/section-ids.ts';
import { mergeSections as mergeIn, type MergedSection } from '#lib/model/documents/section-merge.ts';
import { normalizeSection } from '#lib/model/documents/section-normalize.ts';
import { sectionSchema } from '#lib/model/documents/section-schema.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import type { SectionLeaf } from '#lib/model/documents/section-tree.ts';
import { acts, Writer, written } from './section-edits.ts';
import { eachSeed, type SectionMaker } from './section-random.ts';

/** However busy the machine is, but where the time itself is tried. */
function mergeSections(base: SectionDoc, mine: SectionDoc, theirs: SectionDoc, more: { wins?: 'mine' | 'theirs' } = {}): MergedSection {
	return mergeIn(base, mine, theirs, { timeout: 60_000, ...more });
}

const told = (content: SectionLeaf[]): string => textOf({ type: 'doc', content });

function three(maker: SectionMaker): { base: SectionDoc; mine: Writer; theirs: Writer } {
	const base = maker.section();
	const { random } = maker;
	return {
		base,
		mine: written(base, 'mana', random, 1 + random.below(4)),
		theirs: written(base, 'citu', random, 1 + random.below(4))
	};
}

test('every word that either side added is in the section or in a clash, and the section follows the schema', () => {
	eachSeed(2000, (maker) => {
		const { base, mine, theirs } = three(maker);
		const wins = maker.random.pick(['mine', 'theirs'] as const);
		const { doc, clashes, whole } = mergeSections(base, mine.doc, theirs.doc, { wins });
		expect(sectionSchema.safeParse(doc).error).toBeUndefined();
		expect(normalizeSection(doc)).toEqual(doc);
		const ids = blockIdsOf(doc);
		expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
		expect(whole).toBe(false);
		const text = textOf(doc);
		const said = (side: Writer, of: 'mine' | 'theirs') => {
			const shown = text + clashes.map((clash) => told(clash[of])).join('');
			const now = textOf(side.doc);
			return side.words.filter((word) => now.includes(word) && !shown.includes(word));
		};
		expect(said(mine, 'mine')).toEqual([]);
		expect(said(theirs, 'theirs')).toEqual([]);
		if (maker.random.chance(0.8)) return;
		// Where both are the same, the words that stand are those of who wins.
		expect(mergeSections(base, theirs.doc, mine.doc, { wins: wins === 'mine' ? 'theirs' : 'mine' }).doc).toEqual(doc);
	});
}, 60_000);

test('a side that changed nothing changes nothing, and what both did alike is no clash', () => {
	eachSeed(200, (maker) => {
		const { base, mine } = three(maker);
		const alone = { doc: mine.doc, clashes: [], whole: false };
		expect(mergeSections(base, mine.doc, base)).toEqual(alone);
		expect(mergeSections(base, base, mine.doc)).toEqual(alone);
		expect(mergeSections(base, mine.doc, structuredClone(mine.doc))).toEqual(alone);
	});
}, 30_000);

test.each(acts.filter((act) => !['type', 'replace', 'erase', 'delete', 'no row', 'no column'].includes(act)))(
	'while one does "%s", what another types stands beside it, without a clash',
	(act) => {
		eachSeed(100, (maker) => {
			const base = maker.section();
			const mine = new Writer(base, 'mana', maker.random).do('type').do('type');
			const theirs = new Writer(base, 'citu', maker.random).do(act);
			const { doc, clashes } = mergeSections(base, mine.doc, theirs.doc);
			const text = textOf(doc);
			expect([...mine.words, ...theirs.words].filter((word) => !text.includes(word))).toEqual([]);
			expect(clashes).toEqual([]);
		});
	},
	30_000
);

test('a section that came without any of its ids is merged as one that kept them, as far as words can tell', () => {
	eachSeed(400, (maker) => {
		const { base, mine, theirs } = three(maker);
		let count = 0;
		const bare = JSON.parse(JSON.stringify(mine.doc), (key, value: unknown) =>
			key === 'id' ? `bare${(count += 1)}` : value
		) as SectionDoc;
		const { doc, clashes } = mergeSections(base, bare, theirs.doc);
		expect(sectionSchema.safeParse(doc).error).toBeUndefined();
		expect(normalizeSection(doc)).toEqual(doc);
		const text = textOf(doc);
		const shown = text + clashes.map((clash) => told(clash.mine)).join('');
		const now = textOf(mine.doc);
		expect(mine.words.filter((word) => now.includes(word) && !shown.includes(word))).toEqual([]);
	});
}, 30_000);

test('what takes too long is compared by whole paragraphs, which it says; nothing is lost', () => {
	const words = (word: string) => Array.from({ length: 6000 }, (_, n) => `${word}${(n * 7919) % 6007}`).join(' ');
	const section = (text: string): SectionDoc => ({
		type: 'doc',
		content: [{ type: 'paragraph', attrs: { id: 'one1' }, content: [{ type: 'text', text }] }]
	});
	const [mine, theirs] = [section(words('mine')), section(words('theirs'))];
	const { doc, clashes, whole } = mergeIn(section(words('base')), mine, theirs, { timeout: 20 });
	expect(whole).toBe(true);
	expect(doc).toEqual(theirs);
	expect(clashes).toEqual([{ base: section(words('base')).content, mine: mine.content, theirs: theirs.content, at: 'one1' }]);
});
