/** How many characters a reason has at least and at most. */
export const reasonLimits = { least: 3, most: 500 };

/** What a person learns whose access is suspended. */
export interface Suspension {
	/** ISO. */
	since: string;
	reason: string | null;
}
