/** The advisory locks that are taken in the database: pairs of numbers, each of them for one thing. */
export const locks = {
	/** And the number after it. */
	tenancy: [5717, 1],
	migrations: [5717, 10],
	index: [5717, 11],
	emails: [5717, 20]
} as const;

/** First number of the locks of contents; the second is made of the content's hash. */
export const contentLocks = 5718;
