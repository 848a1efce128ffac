import type { FileKind } from '../files/kinds.ts';
import type { MeetingKind, Precision } from '../meetings/meeting.ts';
import type { ExpertKind, Role } from '../access/roles.ts';
import type { PersonTag } from '../people/tags.ts';
import type { Kind } from './kinds.ts';
import type { Unknown } from './query.ts';

/** A piece of a text; marked where it is what was asked for. */
export interface Piece {
	text: string;
	marked: boolean;
}

/** A meeting as it is told beside what was found in it. */
export interface MeetingTag {
	kind: MeetingKind;
	number: number | null;
	/** Code of the city that hosts it. */
	host: string;
}

/** What is told of something found, and where it is; names of cities and roles are put into words by the page. */
export type Found = { id: string; href: string } & (
	| { kind: 'post'; author: PersonTag; meeting: MeetingTag; at: string }
	| { kind: 'file'; file: { name: string; kind: FileKind; size: number }; author: PersonTag; meeting: MeetingTag; at: string }
	| { kind: 'meeting'; meeting: MeetingTag; startsOn: string; endsOn: string; precision: Precision }
	| { kind: 'person'; person: PersonTag; roles: { role: Role; expertKind: ExpertKind | null }[] }
	| { kind: 'city'; city: string; country: string }
);

/** Something found with the part of its text that was asked for. */
export type Hit = Found & { excerpt: Piece[]; lang: string; marks: string[] };

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
}
