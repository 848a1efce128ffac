/** How many characters a reason has at least and at most. */
export const reasonLimits = { least: 3, most: 500 };

/** Where a post stands; never what it says. */
export interface PostPlace {
	slug: string;
	seq: number;
	/** Of the meeting. */
	theme: string;
	/** Name of its author. */
	author: string;
}

/** A post that is out of sight. */
export interface HiddenPost {
	id: string;
	/** ISO. */
	at: string;
	/** Name of the lead. */
	by: string;
	reason: string;
	post: PostPlace;
}

export const moderationActs = ['post.hidden', 'post.restored', 'person.suspended', 'person.readmitted'] as const;

/** What a lead did, from the audit. */
export interface ModerationAct {
	id: number;
	/** ISO. */
	at: string;
	/** Name of the lead. */
	by: string;
	action: (typeof moderationActs)[number];
	reason: string | null;
	post: PostPlace | null;
	person: ModeratedPerson | null;
}

export interface ModeratedPerson {
	id: string;
	name: string;
	/** Whether they are in the lists of the network now, and there in which city's. */
	listed: boolean;
	city: string | null;
	/** Whether the reader may let them in again. */
	readmittable: boolean;
}

/** What a person learns whose access is suspended. */
export interface Suspension {
	/** ISO. */
	since: string;
	reason: string | null;
}
