import { mergeSections } from '../documents/section-merge.ts';
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

/** What a section says after a save that was made from `base` while it came to say `standing`; what stands wins. */
export function mergeWords(base: SectionWords, mine: SectionWords, standing: SectionWords): MergedSectionWords {
	const merged = mergeSections(base.doc, mine.doc, standing.doc, { wins: 'theirs' });
	const title = mergedLine(base.title, mine.title, standing.title);
	const lang = mergedLine(base.lang, mine.lang, standing.lang);
	const words = { title: title.line, lang: lang.line, doc: merged.doc };
	if (merged.clashes.length === 0 && !title.clash && !lang.clash) return { words, aside: null };
	const aside = {
		title: title.clash ? mine.title : title.line,
		lang: lang.clash ? mine.lang : lang.line,
		doc: mergeSections(base.doc, mine.doc, standing.doc, { wins: 'mine' }).doc
	};
	return { words, aside };
}
