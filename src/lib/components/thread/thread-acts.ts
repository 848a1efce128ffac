import type { Connection } from '#lib/client/connection.svelte.ts';
import type { Discussion } from '#lib/client/threads/discussion.svelte.ts';
import type { Post } from '#lib/model/threads/posts.ts';
import type { Acts } from './acts.ts';
import type { FetchedActs } from './fetched-acts.svelte.ts';
import { focusPost } from './focus-post.ts';

/**
 * What can be done with the posts of a discussion; the focus goes where it happens.
 * @param answer opens the place to answer a post
 */
export function threadActs(
	discussion: Discussion,
	fetched: FetchedActs,
	line: Pick<Connection, 'state'>,
	answer: (post: Post) => Promise<void>
): Acts {
	async function edit({ id, seq }: Post): Promise<void> {
		if (await fetched.edit()) discussion.editing = id;
		else if (line.state === 'live') location.assign(`${discussion.subject.href}/p/${seq}/edit`);
	}

	return {
		answer: (post) => void answer(post),
		react: (post, kind, on) => discussion.react(post, kind, on),
		more: (post, button) => void fetched.act((shown) => shown.open(post, button)),
		edit: (post) => void edit(post),
		remove: (post) => void fetched.act((shown) => shown.remove(post)),
		restore: (post) => void fetched.act((shown) => shown.restore(post)),
		async unfold(beginning) {
			const first = await discussion.unfold(beginning);
			fetched.tell(first !== null);
			await focusPost((first ?? discussion.posts.find(({ root }) => root === beginning.seq))?.seq);
		},
		showHeld: (beginning) => void focusPost(discussion.showHeld(beginning)?.seq)
	};
}
