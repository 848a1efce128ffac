import { isWaitingFor, type Waiting } from '#lib/client/outbox.svelte.ts';
import type { Post } from '#lib/model/threads/posts.ts';
import { reacted } from '#lib/model/threads/reactions.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';

/** The posts as they will be when one's reactions that are on their way have arrived. */
export function withOwnReactions(posts: Post[], waiting: readonly Waiting[], me: PersonTag | null): Post[] {
	const underWay = waiting.filter(isWaitingFor('react')).filter(({ refused }) => refused === null);
	if (!me || underWay.length === 0) return posts;
	return posts.map((post) =>
		underWay
			.filter(({ input }) => input.id === post.id)
			.reduce((now, { input }) => ({ ...now, reactions: reacted(now.reactions, input.kind, me, input.on) }), post)
	);
}
