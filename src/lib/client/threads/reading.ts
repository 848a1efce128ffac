import { jumpedNow } from '../../model/threads/jumped-now.ts';
import { cameUpon } from '../../model/threads/came-upon.ts';
import type { ReadState } from '../../model/threads/read-state.ts';
import { standsBefore } from '../../model/threads/thread.ts';
import { MarksTelling } from './marks-telling.ts';
import { watchScreen } from './on-screen.ts';
import type { MarkedThread, ReadMarks } from './read-marks.svelte.ts';
import type { ReadingLine } from './tell-marks.ts';

/** What a page needs of this that may not have come yet. */
export { jumpedNow };

/** What somebody is reading of a stream, from when a page watches it: what stands on screen is marked, and told. */
export class Reading {
	/** Places of the posts that have been on screen on this visit. */
	#seen = new Set<number>();
	#marks: ReadMarks;
	#about: () => MarkedThread;
	/** None where nobody is signed in. */
	#telling: MarksTelling | undefined;

	constructor(
		marks: ReadMarks,
		{ stream, line, known }: { stream: string; line: ReadingLine; known: ReadState },
		about: () => MarkedThread
	) {
		this.#marks = marks;
		this.#about = about;
		const { reader } = about();
		this.#telling = reader === undefined ? undefined : new MarksTelling(reader, stream, line, known);
	}

	/** The server knows this by itself, for instance from another device. */
	know(state: ReadState): void {
		this.#telling?.know(state);
	}

	/** What was read and not told yet is told now. */
	tell(): void {
		this.#telling?.atOnce();
	}

	/** Watches the list of posts. Returns the way to stop, which tells what was read. */
	watch(list: Element): () => void {
		const stop = watchScreen(list, list.parentElement?.querySelector<HTMLElement>('.foot') ?? null, {
			moved: (onScreen) => (this.#marks.onScreen = new Set(onScreen)),
			stood: (places) => {
				// None when the page was left meanwhile.
				if (places.length === 0) return;
				for (const seq of places) this.#see(seq);
				this.#telling?.take(this.#marks.state, this.#about().left());
			}
		});
		return () => {
			stop();
			this.tell();
		};
	}

	#see(seq: number): void {
		if (this.#seen.has(seq)) return;
		const { thread, reader } = this.#about();
		const post = thread.posts.find((one) => one.seq === seq);
		if (!post) return;
		this.#seen.add(seq);
		const marks = this.#marks;
		if (marks.lowest === null || standsBefore(marks.lowest, post)) marks.lowest = post;
		const missing = [...marks.folded, ...[...marks.below, ...marks.arrived].map((one) => one.seq)];
		marks.state = cameUpon(seq, thread, reader, missing, marks.state);
	}
}
