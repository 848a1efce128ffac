import { isWaitingFor, type Waiting } from '#lib/client/outbox.svelte.ts';
import type { Post } from '#lib/model/threads/posts.ts';

/** What one wrote and the thread does not hold yet, by the discussion it answers in; null for what begins one. */
export function waitingPosts(posts: readonly Post[], own: readonly Waiting[]): Map<number | null, Waiting<'postMessage'>[]> {
	const present = new Set(posts.map(({ id }) => id));
	return Map.groupBy(
		own.filter(isWaitingFor('postMessage')).filter(({ commandId }) => !present.has(commandId)),
		({ input }) => {
			const answered = posts.find(({ seq }) => seq === input.replyTo);
			return answered ? (answered.root ?? answered.seq) : null;
		}
	);
}
