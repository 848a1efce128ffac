import { m } from '#lib/i18n/m';
import type { Post } from '#lib/model/posts.ts';
import { announce } from '#lib/components/ui/announcements.svelte.ts';

/** Tells those who listen that others have written. Called while a component is made. */
export function announcePosts(posts: () => Post[], reader: string | undefined): void {
	let told: number | undefined;
	$effect(() => {
		const newest = posts().at(-1);
		if (newest && told !== undefined && newest.seq > told && newest.author.id !== reader) announce(m.thread_said({ name: newest.author.name }));
		told = newest?.seq ?? 0;
	});
}
