import { comparedOnce, editsBetween, type Comparison } from './edits.ts';
import { alignedTree } from './section-align.ts';
import type { SectionDoc } from './section-doc.ts';
import { blockIdsOf, derivedIds, withBlockIds } from './section-ids.ts';
import { SectionBuilder } from './section-merge-build.ts';
import { mergeFootnotes } from './section-merge-footnotes.ts';
import { LeafMerge, type LeafClash } from './section-merge-leaves.ts';
import { normalizeSection } from './section-normalize.ts';
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
type Winner = 'mine' | 'theirs';

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

function clashOf({ base, standing, coming, at }: LeafClash, wins: Winner): SectionClash {
	return wins === 'theirs' ? { base, mine: coming, theirs: standing, at } : { base, mine: standing, theirs: coming, at };
}

/** Three versions of a section as they are merged, in either order. */
interface Sides {
	/** What the base says. */
	from: string;
	known: SectionTree;
	mine: SectionTree;
	theirs: SectionTree;
	compare: Comparison;
}

function sidesOf(base: SectionDoc, mine: SectionDoc, theirs: SectionDoc, compare: Comparison): Sides {
	const known = treeOf(base);
	const tree = (doc: SectionDoc): SectionTree => {
		const own = treeOf(doc);
		const aligned = alignedTree(known, own, doc);
		return aligned === doc ? own : treeOf(aligned);
	};
	return { from: sectionKey(base), known, mine: tree(mine), theirs: tree(theirs), compare };
}

function mergedOf({ from, known, mine, theirs, compare }: Sides, stands: SectionDoc, wins: Winner, timeout: number): MergedSection {
	const [standing, coming] = wins === 'theirs' ? [theirs, mine] : [mine, theirs];
	const trees: Trees = { base: known, standing, coming };
	const merged = new LeafMerge(trees, keptWhole(trees), { timeout, compare }).merge();
	const { leaves, clashes } = mergeFootnotes(trees, merged, compare);
	const { doc } = new SectionBuilder(trees, leaves, merged.split);
	const ids = blockIdsOf(doc);
	const named = new Set(ids).size === ids.length ? doc : withBlockIds(doc, derivedIds(from), stands);
	return { doc: normalizeSection(named), clashes: clashes.map((clash) => clashOf(clash, wins)), whole: merged.whole };
}

/** What needs no merge: one side changed nothing, or both the same. */
function unmerged(base: SectionDoc, mine: SectionDoc, theirs: SectionDoc): MergedSection | null {
	const [from, my, their] = [sectionKey(base), sectionKey(mine), sectionKey(theirs)];
	if (my === from || my === their) return { doc: theirs, clashes: [], whole: false };
	return their === from ? { doc: mine, clashes: [], whole: false } : null;
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
	{ timeout = patience, wins = 'theirs' as Winner } = {}
): MergedSection {
	const same = unmerged(base, mine, theirs);
	return same ?? mergedOf(sidesOf(base, mine, theirs, editsBetween), wins === 'theirs' ? theirs : mine, wins, timeout);
}

/**
 * The same with what `theirs` has where both changed the same words, and beside it, where they did, the section with what `mine`
 * has there. Words are compared once for both.
 */
export function mergeSectionsBothWays(
	base: SectionDoc,
	mine: SectionDoc,
	theirs: SectionDoc,
	{ timeout = patience } = {}
): MergedSection & { aside: SectionDoc | null } {
	const same = unmerged(base, mine, theirs);
	if (same) return { ...same, aside: null };
	const sides = sidesOf(base, mine, theirs, comparedOnce());
	const merged = mergedOf(sides, theirs, 'theirs', timeout);
	return { ...merged, aside: merged.clashes.length > 0 ? mergedOf(sides, mine, 'mine', timeout).doc : null };
}
