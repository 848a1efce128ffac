import { stateOf, type Post } from '../../model/threads/posts.ts';

/** Who writes on, and when. */
export type Headed = Pick<Post, 'author' | 'at'>;

/** So long a head stands for what its author writes under it, in milliseconds. */
const holds = 10 * 60_000;

/**
 * Which posts of a row stand under the head of one before them: those that the same person wrote on the same day within ten
 * minutes. What was taken away has a head of its own, and so has what comes after it.
 * @param parted whether something else stands between a post and the one before it
 * @param dayOf the reader's day of a moment
 * @returns their places
 */
export function sharingHeads(
	posts: readonly Post[],
	parted: (post: Post, before: Post) => boolean,
	dayOf: (at: string) => string
): Set<number> {
	const sharing = new Set<number>();
	let [head, before]: (Post | undefined)[] = [];
	for (const post of posts) {
		const own = before === undefined || gone(post) || gone(before) || parted(post, before);
		if (!own && head && goesOn(head, post) && dayOf(head.at) === dayOf(post.at)) sharing.add(post.seq);
		else head = post;
		before = post;
	}
	return sharing;
}

/** Whether the same person wrote this soon after, as the same: who has changed city or role since is told anew. */
export function goesOn({ author, at }: Headed, next: Headed): boolean {
	return (
		Date.parse(next.at) - Date.parse(at) <= holds &&
		(['id', 'name', 'city', 'role', 'expertKind'] as const).every((part) => author[part] === next.author[part])
	);
}

function gone(post: Post): boolean {
	return stateOf(post) !== 'posted';
}
