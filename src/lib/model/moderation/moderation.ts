/** How many characters a reason has at least and at most. */
export const reasonLimits = { least: 3, most: 500 };

/** What is told of something that was moderated, by its kind; each noun declares its own. */
export interface ModeratedByKind {}
export type ModeratedKind = keyof ModeratedByKind;

/** Something that is out of sight: where it stands, and never what it says. */
export type HiddenThing<K extends ModeratedKind = ModeratedKind> = {
	[Each in K]: {
		kind: Each;
		id: string;
		/** ISO. */
		at: string;
		/** Name of the lead. */
		by: string;
		reason: string;
		thing: ModeratedByKind[Each];
	};
}[K];

/** What a lead did, from the audit. */
export type ModerationAct<K extends ModeratedKind = ModeratedKind> = {
	[Each in K]: {
		id: number;
		/** ISO. */
		at: string;
		/** Name of the lead. */
		by: string;
		/** As the audit has it: post.hidden. */
		action: string;
		reason: string | null;
		kind: Each;
		/** Null where it is not there any more. */
		thing: ModeratedByKind[Each] | null;
	};
}[K];

/** What a person learns whose access is suspended. */
export interface Suspension {
	/** ISO. */
	since: string;
	reason: string | null;
}
