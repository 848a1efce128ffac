import type { Unknown } from './query.ts';

/** A piece of a text; marked where it is what was asked for. */
export interface Piece {
	text: string;
	marked: boolean;
}

/** What is told of something found, by its kind; each noun declares its own. */
export interface FoundByKind {}

/** What can be found. */
export type Kind = keyof FoundByKind;

/** What is told of something found, and where it is; names of cities and roles are put into words by the page. */
export type Found<K extends Kind = Kind> = { [Each in K]: { kind: Each; id: string; href: string } & FoundByKind[Each] }[K];

/** Something found with the part of its text that was asked for. */
export type Hit<K extends Kind = Kind> = Found<K> & { excerpt: Piece[]; lang: string; marks: string[] };

/** Something to which its name leads at once, and what stands beside the name. */
export type Offer<K extends Kind = Kind> = Found<K> & { text: string; lang: string };

export interface Results {
	hits: Hit[];
	/** How many there are, as far as was looked. */
	count: number;
	/** Whether there may be more than were looked at. */
	more: boolean;
	/** Of each kind how many. */
	counts: Partial<Record<Kind, number>>;
	/** Words that stand in the texts found instead of the ones that were asked for. */
	meant: string[];
	unknown: Unknown[];
	/** What was asked as it was understood: names of several words stand in quotation marks. */
	read: string;
}
