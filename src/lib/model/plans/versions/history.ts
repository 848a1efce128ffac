import type { PersonTag } from '../../people/tags.ts';

/** Saves of one person with none of another between them. */
export interface WritingPart {
	/** Numbers of its first and its last revision. */
	from: number;
	to: number;
	/** When it ended, ISO. */
	at: string;
}

/** One writing of a section or a row: saves of one person with less than half an hour between them, or older words taken back. */
export interface WritingSession extends WritingPart {
	by: PersonTag | null;
	/** The newest first, where others saved in between: what this person changed is told part by part. Else none. */
	parts: WritingPart[];
	/** The revision whose words came back. */
	takenBack: number | null;
	/** Whether all began here, with nothing: its oldest part has nothing to be seen or taken back. */
	empty: boolean;
	/** Whether it is what the plan was opened with: who wrote it, and when, is told to those who read the draft. */
	opened: boolean;
}

/** The same among those of a whole plan. */
export interface PlanSession extends Omit<WritingSession, 'opened' | 'empty'> {
	/** Where it was written: `s-<shortId>` of a section, `r-<shortId>` of a row. */
	place: string;
	/** What that is called now; '' where it is hidden or has no name. */
	title: string;
	lang: string;
	/** Whether it stands in the plan no more. */
	retired: boolean;
}

/** What was written in: a section, or one of its rows. */
export type WrittenKind = 'section' | 'row';
