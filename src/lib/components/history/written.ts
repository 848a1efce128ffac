/** A writing as a history lists it. */
export interface Written {
	/** Numbers of its first and its last revision. */
	from: number;
	to: number;
	by: { name: string } | null;
	/** When it ended, ISO. */
	at: string;
	/** Its parts, the newest first, where others saved in between. */
	parts?: readonly { from: number; to: number; at: string }[];
	/** Whether all began here, with nothing to be seen or taken back. */
	empty?: boolean;
	/** Whether it is what something was opened with, by whom and when being nobody's business. */
	opened?: boolean;
}
