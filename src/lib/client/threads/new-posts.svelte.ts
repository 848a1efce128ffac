import { stateOf, type Post } from '../../model/threads/posts.ts';
import type { ReadMarks } from './read-marks.svelte.ts';

/** What of a thread's posts is new to the reader: since they looked away, and on this very visit. */
export class NewPosts {
	/** Posts of others after this one are new; who comes for the first time did not look away. */
	#lookedAway = $state(0);
	#marks: ReadMarks;
	/** Posts of others that can be read, in the order of the page. */
	#foreign: () => Post[];

	constructor(marks: ReadMarks, { read, loaded }: { read: number; loaded: number }, inOrder: () => Post[], reader: string | undefined) {
		this.#marks = marks;
		this.#lookedAway = read || loaded;
		this.#foreign = () => inOrder().filter((post) => post.author.id !== reader && stateOf(post) === 'posted');
	}

	/** The first new post that is shown: the line stands above it. */
	from(isHeld: (post: Post) => boolean): number | undefined {
		return this.#foreign().find((post) => post.seq > this.#lookedAway && !isHeld(post))?.seq;
	}

	get below(): Post[] {
		return this.#marks.below.filter((post) => post.seq > this.#lookedAway);
	}

	/** What came in discussions that one has passed; where the discussion is on screen, it says so itself. */
	get above(): { seq: number }[] {
		const { below } = this;
		const { arrived, onScreen } = this.#marks;
		return arrived.filter((post) => !below.some(({ seq }) => seq === post.seq) && !onScreen.has(post.root ?? post.seq));
	}

	/** What comes while the page is out of sight is new when it is looked at again, unless older things still are. */
	lookAway(seq: number): void {
		if (document.visibilityState === 'hidden' && this.below.length === 0) this.#lookedAway = seq;
	}
}
