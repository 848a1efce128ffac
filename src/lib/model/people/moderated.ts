export interface ModeratedPerson {
	id: string;
	name: string;
	/** Whether they are in the lists of the network now, and there in which city's. */
	listed: boolean;
	city: string | null;
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
