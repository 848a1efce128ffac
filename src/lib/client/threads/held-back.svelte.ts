import type { Post } from '../../model/threads/posts.ts';
import type { Thread } from '../../model/threads/thread.ts';

/**
 * Answers of others that came while somebody reads: put in at once they would move the text under their eyes, so they
 * wait in their discussion until they are asked for. In the last discussion nothing stands below, and nothing waits
 * unless one is answering there.
 */
export class HeldBack {
	/** Up to where in the stream the answers of a discussion are shown. */
	#shownUpTo = $state.raw<ReadonlyMap<number, number>>(new Map());
	#loaded = $state(0);

	constructor(loaded: number) {
		this.#loaded = loaded;
	}

	/** A page that is loaded anew shows everything. */
	reload(seq: number): void {
		this.#loaded = seq;
		this.#shownUpTo = new Map();
	}

	holds({ root, seq, author }: Post, reader: string | undefined, last: number | undefined): boolean {
		if (root === null || root === last || author.id === reader) return false;
		return seq > (this.#shownUpTo.get(root) ?? this.#loaded);
	}

	/** Shows what has come so far in a discussion. */
	show(root: number, { seq }: Pick<Thread, 'seq'>): void {
		this.#shownUpTo = new Map(this.#shownUpTo).set(root, seq);
	}
}
