import { differenceOf, type DifferencePart } from './difference.ts';
import { alignedTo } from './section-align.ts';
import type { SectionDoc } from './section-doc.ts';
import { settledIn } from './section-order.ts';
import { inlineOf, leafKind, treeOf, type SectionLeaf, type SectionTree, type TreeLeaf } from './section-tree.ts';
import { placesIn, type LeafPlace } from './section-where.ts';

/* For the server, as difference.ts. */

/** A block as it stood in one of the versions. */
export interface StoodBlock {
	leaf: SectionLeaf;
	place: LeafPlace;
}

export interface NoteDifference {
	/** Of the footnote. */
	id: string;
	parts: DifferencePart[];
}

/** What became of a block. */
export interface BlockDifference {
	/** Its id in the later version, or in the earlier one where it is gone. */
	id: string;
	/** `changed` also where it moved besides, `moved` where nothing else happened to it. */
	kind: 'kept' | 'added' | 'removed' | 'changed' | 'moved';
	isMoved: boolean;
	/**
	 * What differs of a changed one: what it says, its footnotes, how its words are marked, whether it is a heading or which
	 * picture, what it stands in.
	 */
	differs: ('words' | 'notes' | 'marks' | 'kind' | 'place')[];
	before: StoodBlock | null;
	after: StoodBlock | null;
	/** Its words, to the last character; \n for a hard break, U+FFFC where a footnote is called; of a picture its caption. */
	parts: DifferencePart[];
	notes: NoteDifference[];
}

/** Of a difference as a whole, in ms. */
const patience = 200;

function wordsOf(leaf: SectionLeaf | undefined): string {
	if (!leaf) return '';
	if (leaf.type === 'picture') return leaf.attrs.caption;
	return inlineOf(leaf)
		.map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : '\ufffc'))
		.join('');
}

function notesOf(leaf: SectionLeaf | undefined): Map<string, string> {
	return new Map((leaf ? inlineOf(leaf) : []).flatMap((node) => (node.type === 'footnote' ? [[node.attrs.id, node.attrs.text]] : [])));
}

/** The earlier blocks that are gone, each behind what stood before it. */
function withRemoved(before: SectionTree, after: SectionTree): string[] {
	const gone = new Map<string | null, string[]>();
	let last: string | null = null;
	for (const id of before.order) {
		if (after.leaves.has(id)) last = id;
		else gone.set(last, [...(gone.get(last) ?? []), id]);
	}
	return [...(gone.get(null) ?? []), ...after.order.flatMap((id) => [id, ...(gone.get(id) ?? [])])];
}

function samePlace(one: LeafPlace, other: LeafPlace): boolean {
	const kind = ({ isQuoted, list, cell }: LeafPlace): string =>
		JSON.stringify([isQuoted, list && [list.depth, list.number === null], cell && [cell.table, cell.isHeader]]);
	return kind(one) === kind(other);
}

function differs(was: TreeLeaf, is: TreeLeaf, places: [LeafPlace, LeafPlace], notes: NoteDifference[]): BlockDifference['differs'] {
	const found: BlockDifference['differs'] = [];
	const words = wordsOf(was.leaf) !== wordsOf(is.leaf);
	const isNoted = notes.some(({ parts }) => parts.some(({ kind }) => kind !== 'same'));
	if (words) found.push('words');
	if (isNoted) found.push('notes');
	if (!words && !isNoted && was.key !== is.key) found.push('marks');
	if (leafKind(was.leaf) !== leafKind(is.leaf)) found.push('kind');
	if (!samePlace(...places)) found.push('place');
	return found;
}

/**
 * What became of a section: each block of either version, in the order in which the later one is read, with what is gone where
 * it stood. What is the same and removed is the earlier version, what is the same and added the later one, to the last
 * character. What takes longer than `timeout` ms is told as removed and added as a whole.
 */
export function sectionDifference(before: SectionDoc, after: SectionDoc, timeout = patience): BlockDifference[] {
	const until = performance.now() + timeout;
	const known = alignedTo(before, after);
	const [old, now] = [treeOf(before), treeOf(known)];
	const [oldPlaces, nowPlaces] = [placesIn(before), placesIn(known)];
	const settled = settledIn(old.order, now.order);
	const between = (one: string, other: string): DifferencePart[] => {
		if (one === other) return one === '' ? [] : [{ kind: 'same', text: one }];
		return differenceOf(one, other, Math.max(1, until - performance.now()));
	};
	const stood = (leaf: TreeLeaf | undefined, place: LeafPlace | undefined): StoodBlock | null =>
		leaf && place ? { leaf: leaf.leaf, place } : null;
	return withRemoved(old, now).map((id): BlockDifference => {
		const [was, is] = [old.leaves.get(id), now.leaves.get(id)];
		const [earlier, later] = [notesOf(was?.leaf), notesOf(is?.leaf)];
		const notes = [...new Set([...later.keys(), ...earlier.keys()])].map((note) => ({
			id: note,
			parts: between(earlier.get(note) ?? '', later.get(note) ?? '')
		}));
		const [oldPlace, place] = [oldPlaces.get(id), nowPlaces.get(id)];
		const changes = was && is && oldPlace && place ? differs(was, is, [oldPlace, place], notes) : [];
		const isMoved = was !== undefined && is !== undefined && !settled.has(id);
		const kind = !was ? 'added' : !is ? 'removed' : changes.length > 0 ? 'changed' : isMoved ? 'moved' : 'kept';
		const parts = between(wordsOf(was?.leaf), wordsOf(is?.leaf));
		return { id, kind, isMoved, differs: changes, before: stood(was, oldPlace), after: stood(is, place), parts, notes };
	});
}
