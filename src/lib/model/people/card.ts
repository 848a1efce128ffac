import type { ExpertKind, Role } from '../access/roles.ts';
import type { PersonTag } from './tags.ts';

/** The address of a person's card; every name leads there. */
export function cardHref(id: string): string {
	return `/network/people/${id}`;
}

/** What somebody wrote as a card tells of it, a message or an entry: where, when and how it begins. */
export interface WrittenLately {
	id: string;
	href: string;
	/** What its thread hangs on or what it is, in short, and the code of the city that this belongs to. */
	place: string;
	city: string | null;
	/** ISO. */
	at: string;
	lang: string;
	excerpt: string;
}

/** Somebody as a colleague of the network sees them. */
export interface PersonCard extends PersonTag {
	/** Everything they are in the network, the foremost first. */
	roles: { role: Role; expertKind: ExpertKind | null; city: string | null }[];
	/** What they do, in a line of their own; empty when they have told nothing. */
	does: string;
	/** Tags of the languages they speak. */
	languages: string[];
	/** IANA name. */
	timeZone: string;
	/** Null where the reader may not see it. */
	email: string | null;
	/** Null where there is none or the reader may not see it. */
	telephone: string | null;
	/** Shown to leads alone. */
	suspended: boolean;
	/** What the reader may do about their suspension. */
	act: 'suspend' | 'readmit' | null;
	/** The latest that the reader may read. */
	wrote: WrittenLately[];
}

/** Somebody who takes no part in the network now, whose name still stands in what they wrote: no way to reach them is in it. */
export interface FormerCard {
	id: string;
	name: string;
	/** Code of the city for which they worked last; null where it was none. */
	city: string | null;
	/** Whom to ask instead: the team of that city, or the leads. */
	ask: PersonTag[];
	wrote: WrittenLately[];
}
