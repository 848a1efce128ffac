import type { Suspension } from './moderation/moderation.ts';

/** One thing that is wrong with an input. */
export interface Issue {
	/** Dotted path of the field, empty for the whole input. */
	field: string;
	/** Stable code of what is wrong, for instance `too_long`. */
	code: string;
	/** What it is about, where the path does not say it: an unknown mark, for instance. */
	name?: string;
}

/** What a form is told when it did not work; the words for it are found by `code` and `reason`. */
export interface Problem {
	code: string;
	issues?: readonly Issue[];
	reason?: string;
	/** Seconds until the next try is allowed. */
	retryAfter?: number;
	/** Told to whom it concerns. */
	suspension?: Suspension;
}
