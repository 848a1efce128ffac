/** How the server tells the browser's worker about an answer. */
export const keptHeaders = {
	/** Whom it was given to: the id of a person, or nothing for who has not signed in. */
	reader: 'x-swing-reader',
	/** Whether the page may be kept for reading without a line. */
	keep: 'x-swing-keep'
} as const;
