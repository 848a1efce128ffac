import type { PersonTag } from '../people/tags.ts';

/** Whom and what one can mention in a meeting's posts. */
export interface Mentionable {
	/** Oneself is not among them. */
	people: PersonTag[];
	/** Codes of the network's cities, in its order. */
	cities: string[];
}
