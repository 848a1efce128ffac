import { differenceOf, type DifferencePart } from '../documents/difference.ts';
import { sectionDifference, type BlockDifference } from '../documents/section-difference.ts';
import { treeOf, type SectionLeaf } from '../documents/section-tree.ts';
import type { SaidPart, Sides } from '../documents/sides-apart.ts';
import type { SectionWords } from './section.ts';

/* For the server, as difference.ts. */

/** One side of a clash as it is shown: only what the other side says otherwise, paragraph by paragraph. */
export interface SideOfSection {
	says: SaidPart[][];
	lang: string;
}

/** A paragraph of which at least one side has words. */
interface Apart {
	/** Null where a side does not have it. */
	theirs: SaidPart[] | null;
	mine: SaidPart[] | null;
}

/** Of both sides as a whole, in ms. */
const patience = 100;

/**
 * Both sides of a section in which two people changed the same words: what it says now, and what it would say with one's own.
 * Words on which they agree stand beside the others in a paragraph, and are not apart. Where one side says nothing, no word of
 * the other is, for all are.
 */
export function sidesOfSection(theirs: SectionWords, mine: SectionWords): Sides<SideOfSection> {
	const changed = sectionDifference(mine.doc, theirs.doc, patience).filter(({ kind }) => kind !== 'kept');
	const order = new Map(treeOf(mine.doc).order.map((id, place) => [id, place]));
	const place = ({ before }: BlockDifference): number => (before && order.get(before.leaf.attrs.id)) ?? 0;
	const title = theirs.title === mine.title ? [] : [both(differenceOf(mine.title, theirs.title, patience))];
	const read = (blocks: readonly BlockDifference[]): Apart[] => [...title, ...blocks.flatMap(paragraphs)];
	const says = {
		theirs: read(changed).flatMap((one) => (one.theirs ? [one.theirs] : [])),
		mine: read(changed.toSorted((one, other) => place(one) - place(other))).flatMap((one) => (one.mine ? [one.mine] : []))
	};
	const isOne = says.theirs.length === 0 || says.mine.length === 0;
	const shown = (parts: SaidPart[][]): SaidPart[][] =>
		isOne ? parts.map((some) => [{ text: some.map(({ text }) => text).join(''), apart: false }]) : parts;
	return { theirs: { says: shown(says.theirs), lang: theirs.lang }, mine: { says: shown(says.mine), lang: mine.lang } };
}

/** A block, what a picture shows, and each of its footnotes that is not the same. */
function paragraphs({ before, after, parts, notes }: BlockDifference): Apart[] {
	const own = both(parts);
	const [was, is] = [altOf(before?.leaf), altOf(after?.leaf)];
	const alt = was === is && parts.length > 0 ? [] : [both(differenceOf(was, is, patience))];
	const said = notes.filter((note) => note.parts.some(({ kind }) => kind !== 'same')).map((note) => both(note.parts));
	return [own, ...alt, ...said].map((one) => ({ theirs: after && spoken(one.theirs), mine: before && spoken(one.mine) }));
}

function altOf(leaf: SectionLeaf | undefined): string {
	return leaf?.type === 'picture' ? (leaf.attrs.alt ?? '') : '';
}

function both(parts: readonly DifferencePart[]): { theirs: SaidPart[]; mine: SaidPart[] } {
	const side = (other: DifferencePart['kind']): SaidPart[] =>
		parts
			.filter(({ kind }) => kind !== other)
			.map(({ kind, text }) => ({ text: text.replaceAll('\ufffc', ''), apart: kind !== 'same' }));
	return { theirs: side('removed'), mine: side('added') };
}

/** Null where there is nothing to read. */
function spoken(parts: readonly SaidPart[]): SaidPart[] | null {
	const said = parts.filter(({ text }) => text !== '');
	return said.some(({ text }) => text.trim() !== '') ? said : null;
}
