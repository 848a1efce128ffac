import type { SectionBlock, SectionDoc } from '../documents/section-doc.ts';
import { textOf } from '../documents/text-map.ts';
import { jsonInOrder } from '../in-order.ts';
import type { SectionWords } from './section.ts';

/** One side of a clash as it is shown: only what the other side says otherwise, paragraph by paragraph. */
export interface SideOfSection {
	says: string[];
	lang: string;
}

/** Both sides of a section in which two people changed the same words. */
export function sidesOfSection(theirs: SectionWords, mine: SectionWords): Record<'theirs' | 'mine', SideOfSection> {
	return { theirs: side(theirs, mine), mine: side(mine, theirs) };
}

function side({ title, lang, doc }: SectionWords, other: SectionWords): SideOfSection {
	return { says: [...(title === other.title ? [] : [title]), ...differing(doc, other.doc)], lang };
}

function differing(of: SectionDoc, from: SectionDoc): string[] {
	const others = new Map(from.content.map((block) => [block.attrs.id, jsonInOrder(block)]));
	return of.content.filter((block) => others.get(block.attrs.id) !== jsonInOrder(block)).map(words);
}

function words(block: SectionBlock): string {
	return textOf({ type: 'doc', content: [block] }).trim();
}
