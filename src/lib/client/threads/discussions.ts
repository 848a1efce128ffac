import type { Post } from '../../model/threads/posts.ts';

/** A post that begins a discussion, with the answers that are shown. */
export interface Discussed {
	beginning: Post;
	answers: Post[];
	/** Earlier answers that are folded away. */
	folded: number;
	/** New answers that wait to be asked for. */
	held: number;
}

/** The posts of a thread as the discussions that they make, in the order in which these began. */
export function discussions(posts: readonly Post[], isHeld: (post: Post) => boolean = () => false): Discussed[] {
	const answers = Map.groupBy(
		posts.filter(({ root }) => root !== null),
		({ root }) => root
	);
	return posts
		.filter(({ root }) => root === null)
		.map((beginning) => {
			const all = answers.get(beginning.seq) ?? [];
			const shown = all.filter((post) => !isHeld(post));
			return { beginning, answers: shown, folded: Math.max(0, beginning.replies - all.length), held: all.length - shown.length };
		});
}
