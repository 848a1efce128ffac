import type { WritingLanguage } from '#lib/i18n/locales.ts';
import type { Kind } from './kinds.ts';

/** A word, or words in quotation marks that must stand as they are, side by side. */
export interface Term {
	text: string;
	exact: boolean;
	/** Whether it must not occur. */
	without: boolean;
}

/** A filter that says nothing the query language knows. */
export interface Unknown {
	key: string;
	value: string;
}

/** What the text in the box asks for. Several values of a filter are alternatives. */
export interface Query {
	terms: Term[];
	kinds: Kind[];
	/** Cities and people by name, as typed. */
	cities: string[];
	people: string[];
	langs: WritingLanguage[];
	/** From this day on, yyyy-mm-dd. */
	after: string | null;
	/** Until the day before this one. */
	before: string | null;
	unknown: Unknown[];
}

export function emptyQuery(): Query {
	return { terms: [], kinds: [], cities: [], people: [], langs: [], after: null, before: null, unknown: [] };
}

/** Whether it asks for anything at all. */
export function asksForSomething({ terms, kinds, cities, people, langs, after, before }: Query): boolean {
	return (
		terms.some(({ without }) => !without) ||
		kinds.length + cities.length + people.length + langs.length > 0 ||
		after !== null ||
		before !== null
	);
}

/** Characters that are read; nobody types more. */
export const longestQuery = 400;
