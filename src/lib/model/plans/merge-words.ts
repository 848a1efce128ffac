import { sectionBounds } from '../documents/section-bounds.ts';
import { sectionLimits, type SectionDoc } from '../documents/section-doc.ts';
import { mergeSectionsBothWays } from '../documents/section-merge.ts';
import { textOf } from '../documents/text-map.ts';
import type { SectionWords } from './section.ts';

export interface MergedSectionWords {
	words: SectionWords;
	/** What the section would say with one's own side of what both changed; null where nobody changed the same. */
	aside: SectionWords | null;
}

/** Whoever changed it has it; where both did, what stands. */
function mergedLine(base: string, mine: string, standing: string): { line: string; clash: boolean } {
	if (mine === base || mine === standing) return { line: standing, clash: false };
	return standing === base ? { line: mine, clash: false } : { line: standing, clash: true };
}

/** Characters by which a section is longer than one may send. */
function over(doc: SectionDoc): number {
	return Math.max(0, textOf(doc).length - 1 - sectionLimits.text);
}

/** Whether a section that was too long already would grow, or has more nodes or addresses than can be looked at. */
function isTooLarge(merged: SectionDoc, standing: SectionDoc): boolean {
	const before = over(standing);
	return (before > 0 && over(merged) > before) || sectionBounds(merged) !== null;
}

/** What a section says where nothing was merged: what stands, and beside it all that was sent. */
export function keptApart(base: SectionWords, mine: SectionWords, standing: SectionWords): MergedSectionWords {
	const title = mergedLine(base.title, mine.title, standing.title);
	const lang = mergedLine(base.lang, mine.lang, standing.lang);
	const said = { title: title.clash ? mine.title : title.line, lang: lang.clash ? mine.lang : lang.line };
	return { words: { title: title.line, lang: lang.line, doc: standing.doc }, aside: { ...said, doc: mine.doc } };
}

/**
 * What a section says after a save that was made from `base` while it came to say `standing`; what stands wins. Both together may
 * be longer than `sectionLimits.text`, for neither is lost: until somebody shortens it the section takes in no more, and what
 * comes is kept aside whole, as it was sent. By whole `blocks` it merges where `base` is only near to what `mine` was made from.
 */
export function mergeWords(
	base: SectionWords,
	mine: SectionWords,
	standing: SectionWords,
	by: 'words' | 'blocks' = 'words'
): MergedSectionWords {
	const merged = mergeSectionsBothWays(base.doc, mine.doc, standing.doc, by === 'blocks' ? { timeout: 0 } : {});
	const title = mergedLine(base.title, mine.title, standing.title);
	const lang = mergedLine(base.lang, mine.lang, standing.lang);
	const words = { title: title.line, lang: lang.line, doc: merged.doc };
	if (isTooLarge(merged.doc, standing.doc)) return keptApart(base, mine, standing);
	if (merged.clashes.length === 0 && !title.clash && !lang.clash) return { words, aside: null };
	const aside = {
		title: title.clash ? mine.title : title.line,
		lang: lang.clash ? mine.lang : lang.line,
		doc: merged.aside ?? merged.doc
	};
	return { words, aside };
}
