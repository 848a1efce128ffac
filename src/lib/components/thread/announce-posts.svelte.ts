import { speaking } from '#lib/i18n/speaking.ts';
import { stateOf } from '#lib/model/threads/posts.ts';
import type { Thread } from '#lib/model/threads/thread.ts';

/** Tells those who listen that others have written. Called while a component is made. */
export function announcePosts(thread: () => Thread, reader: string | undefined): void {
	let told: number | undefined;
	$effect(() => {
		const { posts, seq } = thread();
		const before = told ?? seq;
		const fresh = posts.filter((post) => post.seq > before && post.author.id !== reader && stateOf(post) === 'posted');
		told = Math.max(before, seq);
		if (fresh.length > 0)
			speaking(() => import('./said-soon.ts')).then(
				({ saidSoon }) => saidSoon(fresh),
				() => {}
			);
	});
}
