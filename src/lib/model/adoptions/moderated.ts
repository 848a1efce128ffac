/** Where an entry of a log stands; never what it says. */
export interface LogPlace {
	/** Its page, where a lead restores it. */
	href: string;
	/** Of the practice. */
	title: string;
	/** Code of the city whose log it is. */
	city: string;
	author: { id: string; name: string };
}

/** What is told of entries of logs that were moderated. */
export interface ModeratedLogs {
	'adoption-log': LogPlace;
}

declare module '../moderation/moderation.ts' {
	interface ModeratedByKind extends ModeratedLogs {}
}
