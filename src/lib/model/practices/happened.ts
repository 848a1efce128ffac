import type { PracticeField } from './values.ts';

/** What happened to an entry. None of it is a message to be read: whom it concerns is told of it. */
export interface PracticeEvents {
	'practice.begun': { id: string };
	'practice.saved': { id: string; n: number; fields: PracticeField[] };
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
