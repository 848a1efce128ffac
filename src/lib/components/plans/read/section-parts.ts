import { getContext, setContext } from 'svelte';
import type { CitedInPlan } from '#lib/model/plans/cited.ts';

/** What the words of a section need to know of it, wherever in it they stand. */
export interface SectionParts {
	/** Names the section in the ids of its footnotes. */
	readonly name: string;
	readonly cited: CitedInPlan;
	/** The number of a footnote, by its id. */
	numberOf(note: string): number;
}

const key = Symbol('section');

export function giveSectionParts(parts: SectionParts): void {
	setContext(key, parts);
}

export function useSectionParts(): SectionParts {
	return getContext(key);
}

/** Where a footnote stands, and where it is called. */
export const noteId = (name: string, note: string): string => `n-${name}-${note}`;
export const callId = (name: string, note: string): string => `c-${name}-${note}`;
