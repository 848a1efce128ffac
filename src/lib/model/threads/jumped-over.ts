import { single, union, without, type Ranges } from './ranges.ts';
import type { ReadState } from './read-state.ts';
import type { Thread } from './thread.ts';

/** How much of a thread a reader has jumped over and could go back to. */
export interface JumpedOver {
	/** Messages of others that can be read; `mostJumpedCounted` when it is that or more. */
	count: number;
	/** The first of them, and the beginning of the discussion it answers in. */
	first: { seq: number; root: number | null } | null;
	/** The numbers of the stream among which they were counted. */
	within: Ranges;
	/**
	 * When the reader first came into the network, ISO: what was written before is passed over too, but they have jumped over
	 * none of it. Null where it makes no difference.
	 */
	since: string | null;
}

/** In a list of threads: how much of one it is, and where the first of it stands, behind the address of its page. */
export interface JumpedThread {
	count: number;
	place: string;
}

/** Counted at most: beyond, people are told that it is more. */
export const mostJumpedCounted = 100;

/**
 * Where to count what somebody jumps over who opens a thread at this window: what they had jumped over before, and what
 * they have not read of what stands before it, except answers that the page tells of by themselves.
 */
export function jumpedWithin({ posts, elsewhere }: Pick<Thread, 'posts' | 'elsewhere'>, { read, jumped }: ReadState): Ranges {
	const start = posts.find(({ root }) => root === null)?.seq ?? 1;
	return without(union(jumped, without([[1, start - 1]], read)), single(elsewhere.map(({ seq }) => seq)));
}
