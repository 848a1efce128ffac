import { stateOf } from '#lib/model/threads/posts.ts';
import { apply, type Thread } from '#lib/model/threads/thread.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import type { TestServices } from './database.ts';
import type { Writer } from './thread-writer.ts';

/** What a reader does who was away: takes the missed events, then fetches the texts that were too large to travel. */
export async function caughtUp(services: TestServices, stale: Thread, { fetch }: Writer): Promise<Thread> {
	const missed = await eventsSince(services.sql, stale.stream, stale.seq, 1000);
	const thread = missed.reduce(apply, stale);
	const posts = thread.posts.map(async (post) => (post.doc === null && stateOf(post) === 'posted' ? fetch(post.id) : post));
	return { ...thread, posts: await Promise.all(posts) };
}

/** A fresh load of the same window: of each discussion the answers from the first that the stale one shows. */
export async function loadedAnew(stale: Thread, { load }: Writer): Promise<Thread> {
	const first = stale.posts[0]?.seq ?? 0;
	const fresh = await load(first);
	const shown = (root: number) => Math.min(...stale.posts.filter((post) => post.root === root).map(({ seq }) => seq), stale.seq + 1);
	return {
		...fresh,
		posts: fresh.posts.filter(({ seq, root }) => (root ?? seq) >= first && (root === null || seq >= shown(root))),
		earlier: stale.earlier
	};
}
