/** Where a post stands; never what it says. */
export interface PostPlace {
	/** Its address. */
	href: string;
	/** Of the subject of its thread, in the reader's language. */
	title: string;
	author: { id: string; name: string };
}

/** What is told of posts that were moderated. */
export interface ModeratedPosts {
	post: PostPlace;
}

declare module '../moderation/moderation.ts' {
	interface ModeratedByKind extends ModeratedPosts {}
}
