import type { Precision } from '../quantities/precision.ts';
import type { MeetingKind } from './meeting.ts';

/** A meeting as it is told beside what was found. */
export interface MeetingTag {
	kind: MeetingKind;
	number: number | null;
	/** Code of the city that hosts it. */
	host: string;
}

/** What is told of meetings that were found. */
export interface MeetingsFound {
	meeting: { meeting: MeetingTag; startsOn: string; endsOn: string; precision: Precision };
}

declare module '../search/results.ts' {
	interface FoundByKind extends MeetingsFound {}
}
