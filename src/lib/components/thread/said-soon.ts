import { m } from '#lib/i18n/m';
import type { Post } from '#lib/model/threads/posts.ts';
import { announceSoon } from '#lib/components/ui/announce-soon.ts';

let gathered: Post[] = [];

/** Tells those who listen of new posts, counted when there are several. */
export function saidSoon(posts: readonly Post[]): void {
	gathered = [...gathered, ...posts];
	announceSoon('posts', () => {
		const [first, ...more] = gathered.splice(0);
		if (!first) return null;
		return more.length > 0 ? m.thread_said_many({ count: more.length + 1 }) : m.thread_said({ name: first.author.name });
	});
}
