import { alignedTo } from './section-align.ts';
import type { FlowBlock, SectionBlock, SectionDoc, SectionListItem, SectionTable } from './section-doc.ts';
import { blockIdsOf, derivedIds, withBlockIds } from './section-ids.ts';
import { mergeFootnotes } from './section-merge-footnotes.ts';
import { LeafMerge, type LeafClash } from './section-merge-leaves.ts';
import { Places } from './section-merge-places.ts';
import { mergeTables } from './section-merge-tables.ts';
import { normalizeSection } from './section-normalize.ts';
import { mergeOrder } from './section-order.ts';
import { sectionKey, treeOf, type SectionLeaf, type SectionTree } from './section-tree.ts';
import type { Versions } from './section-words.ts';

/* For the server, as difference.ts. */

/** Two people changed the same words, or one took away what the other changed: these blocks in each version. */
export interface SectionClash {
	base: SectionLeaf[];
	mine: SectionLeaf[];
	theirs: SectionLeaf[];
	/** The block of the merged section where the words that stand are; null where they are gone. */
	at: string | null;
}

export interface MergedSection {
	doc: SectionDoc;
	clashes: SectionClash[];
	/** Whether comparing words took too long somewhere, and whole paragraphs were compared. */
	whole: boolean;
}

/** Of a merge as a whole, in ms. */
const patience = 200;

type Trees = Versions<SectionTree>;

/** Blocks of what one side took away as a whole while the other changed something in it: rows and tables stay whole. */
function keptWhole({ base, standing, coming }: Trees): Set<string> {
	const kept = new Set<string>();
	const units = new Map<string, string[]>();
	for (const id of base.order) {
		const around: string[] = [];
		for (let parent = base.nodes.get(id)?.parent; parent; parent = base.nodes.get(parent)?.parent) around.push(parent);
		const gone = around.filter((one) => {
			const type = base.nodes.get(one)?.node.type;
			return (type === 'table' || type === 'tableRow') && !coming.nodes.has(one);
		});
		const unit = gone.at(-1);
		if (unit !== undefined) units.set(unit, [...(units.get(unit) ?? []), id]);
	}
	for (const ids of units.values()) {
		const isChanged = ids.some((id) => standing.leaves.has(id) && standing.leaves.get(id)?.key !== base.leaves.get(id)?.key);
		if (isChanged) for (const id of ids) kept.add(id);
	}
	return kept;
}

/** The merged section: what holds the leaves, in the order of the leaves. */
function built(trees: Trees, leaves: ReadonlyMap<string, SectionLeaf>, split: ReadonlySet<string>): SectionDoc {
	const { base, standing, coming } = trees;
	const places = new Places(trees, leaves);
	const orders = { base: base.order, standing: standing.order, coming: coming.order };
	const order = mergeOrder(orders, (id) => leaves.has(id), split);
	const children = new Map<string | null, Set<string>>();
	const needed = new Map<string, Set<string>>();
	for (const leaf of order)
		for (let id: string | null = leaf; id !== null;) {
			const parent: string | null = places.parentOf(id);
			const type = parent === null ? null : places.branch(parent)?.type;
			if (parent !== null && (type === 'tableCell' || type === 'tableHeader')) {
				const table = places.parentOf(places.parentOf(parent) ?? '') ?? '';
				needed.set(table, (needed.get(table) ?? new Set()).add(parent));
				children.set(parent, (children.get(parent) ?? new Set()).add(id));
				children.set(null, (children.get(null) ?? new Set()).add(table));
				break;
			}
			children.set(parent, (children.get(parent) ?? new Set()).add(id));
			id = parent;
		}
	const all = (parent: string | null): SectionBlock[] => [...(children.get(parent) ?? [])].flatMap((id) => block(id) ?? []);
	const item = (id: string): SectionListItem => ({ type: 'listItem', attrs: { id }, content: all(id) as FlowBlock[] });
	const table = (id: string): SectionTable | null => {
		const of = (tree: SectionTree): SectionTable | undefined => {
			const node = tree.nodes.get(id)?.node;
			return node?.type === 'table' ? node : undefined;
		};
		const merged = mergeTables({ base: of(base), standing: of(standing), coming: of(coming) }, needed.get(id) ?? new Set());
		if (!merged) return null;
		const held = new Map<string, FlowBlock[]>();
		for (const cell of needed.get(id) ?? []) {
			let holder = cell;
			for (let next = merged.instead.get(holder); next !== undefined; next = merged.instead.get(holder)) holder = next;
			held.set(holder, [...(held.get(holder) ?? []), ...(all(cell) as FlowBlock[])]);
		}
		const content = merged.table.content.map((row) => ({
			...row,
			content: row.content.map((cell) => ({ ...cell, content: held.get(cell.attrs.id) ?? [] }))
		}));
		return { ...merged.table, content };
	};
	const block = (id: string): SectionBlock | null => {
		const leaf = leaves.get(id);
		if (leaf) {
			if (leaf.type !== 'heading' || !places.lowered.has(id)) return leaf;
			return { type: 'paragraph', attrs: { id }, ...(leaf.content && { content: leaf.content }) };
		}
		const branch = places.branch(id);
		if (branch?.type === 'table') return table(id);
		if (branch?.type === 'blockquote') return { ...branch, content: all(id) as FlowBlock[] };
		if (branch?.type !== 'bulletList' && branch?.type !== 'orderedList') return null;
		return { ...branch, content: [...(children.get(id) ?? [])].map(item) };
	};
	return { type: 'doc', content: all(null) };
}

function clashOf({ base, standing, coming, at }: LeafClash, wins: 'mine' | 'theirs'): SectionClash {
	return wins === 'theirs' ? { base, mine: coming, theirs: standing, at } : { base, mine: standing, theirs: coming, at };
}

/**
 * One section of two that were made of `base`, all in canonical shape. Blocks are known by their ids, or by their words where
 * those are not known. Words of a block, its kind and its place merge apart: while one makes a paragraph a heading, moves,
 * splits, joins or quotes it, what another types in it stands in it. Where both changed the same words, or one took away what
 * the other changed, the section holds what the side that `wins` has, and the clash holds both: no word that either side added
 * is lost. What both put at the same place stands one after the other. The same input gives the same section.
 * @param timeout of the merge in ms; what takes longer is compared by whole paragraphs, and `whole` says so
 */
export function mergeSections(
	base: SectionDoc,
	mine: SectionDoc,
	theirs: SectionDoc,
	{ timeout = patience, wins = 'theirs' as 'mine' | 'theirs' } = {}
): MergedSection {
	const [from, my, their] = [sectionKey(base), sectionKey(mine), sectionKey(theirs)];
	if (my === from || my === their) return { doc: theirs, clashes: [], whole: false };
	if (their === from) return { doc: mine, clashes: [], whole: false };
	const [stands, comes] = wins === 'theirs' ? [theirs, mine] : [mine, theirs];
	const trees: Trees = { base: treeOf(base), standing: treeOf(alignedTo(base, stands)), coming: treeOf(alignedTo(base, comes)) };
	const merged = new LeafMerge(trees, keptWhole(trees), timeout).merge();
	const { leaves, clashes } = mergeFootnotes(trees, merged);
	const doc = built(trees, leaves, merged.split);
	const ids = blockIdsOf(doc);
	const named = new Set(ids).size === ids.length ? doc : withBlockIds(doc, derivedIds(from), stands);
	return { doc: normalizeSection(named), clashes: clashes.map((clash) => clashOf(clash, wins)), whole: merged.whole };
}
