import type { PracticeField, PracticeValues } from './values.ts';

/** What happened to an entry. None of it is a message to be read: whom it concerns is told of it. */
export interface PracticeEvents {
	'practice.begun': { id: string };
	/** `takenBack`: the older revision whose words came back. */
	'practice.saved': { id: string; n: number; fields: (keyof PracticeValues)[]; takenBack?: number };
	'practice.submitted': { id: string; round: number };
	'practice.withdrawn': { id: string; round: number };
	'practice.returned': { id: string; round: number };
	'practice.approved': { id: string; round: number };
	'practice.grown': { id: string };
	'practice.published': { id: string; publication: number };
	'practice.archived': { id: string };
	'practice.reopened': { id: string };
	'practice.asked': { id: string; field: PracticeField };
	'practice.told': { id: string; fields: PracticeField[] };
}

declare module '../events.ts' {
	interface Events extends PracticeEvents {}
}
