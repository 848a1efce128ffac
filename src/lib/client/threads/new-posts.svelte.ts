import { countsFor } from '../../model/threads/counts-for.ts';
import type { Post } from '../../model/threads/posts.ts';
import { has, type Ranges } from '../../model/threads/ranges.ts';
import { settled } from '../../model/threads/read-state.ts';
import type { ReadMarks } from './read-marks.svelte.ts';

/** What of a thread's posts is new to the reader: since they looked away, and on this very visit. */
export class NewPosts {
	/** Posts of others after this one are new, unless they were done with before this visit. */
	#lookedAway = $state(0);
	#before: Ranges;
	#marks: ReadMarks;
	/** Posts of others that can be read, in the order of the page. */
	#foreign: () => Post[];

	/**
	 * @param marks as of when the page was loaded
	 * @param loaded the last event that the page was loaded with; who comes for the first time did not look away before it
	 */
	constructor(marks: ReadMarks, loaded: number, inOrder: () => Post[], reader: string | undefined) {
		this.#marks = marks;
		this.#before = settled(marks.state);
		this.#lookedAway = this.#before.length > 0 ? 0 : loaded;
		this.#foreign = () => inOrder().filter((post) => countsFor(reader, post));
	}

	/** The first new post that is shown: the line stands above it. */
	from(isHeld: (post: Post) => boolean): number | undefined {
		return this.#foreign().find((post) => this.#isNew(post) && !isHeld(post))?.seq;
	}

	/** What stands further down than the screen; none until it is known what is on it. */
	get below(): Post[] {
		return this.#marks.onScreen ? this.#unseen() : [];
	}

	/** What came in discussions that one has passed; where the discussion is on screen, it says so itself. */
	get above(): { seq: number }[] {
		const { below } = this;
		const { arrived, onScreen } = this.#marks;
		if (!onScreen) return [];
		return arrived.filter((post) => !below.some(({ seq }) => seq === post.seq) && !onScreen.has(post.root ?? post.seq));
	}

	/** What comes while the page is out of sight is new when it is looked at again, unless older things still are. */
	lookAway(seq: number): void {
		if (document.visibilityState === 'hidden' && this.#unseen().length === 0) this.#lookedAway = seq;
	}

	#unseen(): Post[] {
		const { below, onScreen } = this.#marks;
		return below.filter((post) => this.#isNew(post) && !onScreen?.has(post.seq));
	}

	#isNew({ seq }: Post): boolean {
		return seq > this.#lookedAway && !has(this.#before, seq);
	}
}
