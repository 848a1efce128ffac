import type { SeenBy } from './seen-by.ts';

/** What people tell of themselves on their card, as a form holds it. */
export interface OwnCard {
	/** What they do, in a line. */
	does: string;
	/** Tags of the languages they speak. */
	languages: string[];
	/** Empty where there is none. */
	telephone: string;
	emailSeenBy: SeenBy;
	telephoneSeenBy: SeenBy;
}

/** How many characters the line has at most. */
export const longestLine = 160;

const speaks = 'speaks-';

/** The name of the box of a language in the form: a form keeps but one value for a name. */
export function boxOf(language: string): string {
	return `${speaks}${language}`;
}

/** The tags of the languages whose boxes are ticked. */
export function tickedIn(fields: Record<string, unknown>): string[] {
	return Object.keys(fields).flatMap((name) => (name.startsWith(speaks) ? [name.slice(speaks.length)] : []));
}
