import type { PersonTag } from '../people/tags.ts';

/** Somebody who can be mentioned. */
export interface MentionablePerson extends PersonTag {
	/**
	 * Of those whom name, city and role do not tell from each other: the domain of their address, or all of it where the domain does
	 * not tell them either.
	 */
	mailAt?: string;
}

/** Whom and what one can mention in a meeting's posts. */
export interface Mentionable {
	/** Oneself is not among them. */
	people: MentionablePerson[];
	/** Codes of the network's cities, in its order. */
	cities: string[];
}
