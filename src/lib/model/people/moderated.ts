export interface ModeratedPerson {
	id: string;
	name: string;
	/** Whether they are in the network now. */
	listed: boolean;
	/** Whether the reader may let them in again. */
	readmittable: boolean;
}

/** What is told of people who were moderated. */
export interface ModeratedPeople {
	person: ModeratedPerson;
}

declare module '../moderation/moderation.ts' {
	interface ModeratedByKind extends ModeratedPeople {}
}
