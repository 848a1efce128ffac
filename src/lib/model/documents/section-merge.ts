import type { SectionBlock, SectionDoc } from './section-doc.ts';

export interface SectionClash {
	base: SectionBlock[];
	mine: SectionBlock[];
	theirs: SectionBlock[];
}

/** Until blocks are merged one by one: whoever changed the whole has it. */
export function mergeSections(
	base: SectionDoc,
	mine: SectionDoc,
	theirs: SectionDoc,
	{ wins = 'theirs' as 'mine' | 'theirs' } = {}
): { doc: SectionDoc; clashes: SectionClash[]; whole: boolean } {
	const [from, my, their] = [base, mine, theirs].map((doc) => JSON.stringify(doc));
	if (my === from || my === their) return { doc: theirs, clashes: [], whole: false };
	if (their === from) return { doc: mine, clashes: [], whole: false };
	const clash = { base: base.content, mine: mine.content, theirs: theirs.content };
	return { doc: wins === 'mine' ? mine : theirs, clashes: [clash], whole: true };
}
