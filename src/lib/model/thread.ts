import type { Envelope } from './events.ts';
import type { Post, PostEvent } from './posts.ts';

/** A loaded window of a thread: posts in the order of seq, and how far the stream has been applied. */
export interface Thread {
	stream: string;
	/** The last event of the stream that this state contains. */
	seq: number;
	posts: Post[];
	/** Whether posts before the first one exist. */
	earlier: boolean;
	/** Whether the window ends before the newest post; then new ones do not join it. */
	later: boolean;
}

/** A gap: an event came whose predecessors are not here yet; they must be fetched first. */
export class Gap extends Error {
	override name = 'Gap';
}

/**
 * The thread after one more event of its stream. Repeated events change nothing.
 * @throws Gap when events between the state and this one are missing
 */
export function apply(thread: Thread, event: Envelope<PostEvent>): Thread {
	if (event.seq <= thread.seq) return thread;
	if (event.seq > thread.seq + 1) throw new Gap(`${thread.seq} -> ${event.seq}`);
	return { ...thread, seq: event.seq, posts: changed(thread, event) };
}

function changed({ posts, later }: Thread, event: Envelope<PostEvent>): Post[] {
	switch (event.name) {
		case 'post.posted':
			return later ? posts : [...posts, { ...event.payload, seq: event.seq }];
		case 'post.edited': {
			const { id, ...edit } = event.payload;
			return replaced(posts, id, edit);
		}
		case 'post.deleted':
			return replaced(posts, event.payload.id, {
				deletedAt: event.payload.deletedAt,
				doc: null
			});
	}
}

function replaced(posts: Post[], id: string, change: Partial<Post>): Post[] {
	return posts.map((post) => (post.id === id ? { ...post, ...change } : post));
}
