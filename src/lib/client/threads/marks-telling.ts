import type { UnreadCounts } from '../../model/protocol.ts';
import { isNothing, joined, newIn, nothingRead, type ReadState } from '../../model/threads/read-state.ts';
import { beforeMarking, within } from '../pacing.ts';
import { keptMarks, type KeptMark } from './kept-marks.ts';
import { noteUnread } from './note-unread.ts';
import { tellMarks, type ReadingLine } from './tell-marks.ts';

/** Keeps what somebody reads of a stream at once, in case the line or the page goes, and tells it after a while. */
export class MarksTelling {
	#personId: string;
	#stream: string;
	#line: ReadingLine;
	/** What is on its way or there. */
	#kept: ReadState = nothingRead;
	/** What this page has to tell, and the way to wait no longer. */
	#untold: KeptMark | undefined;
	#waiting: AbortController | undefined;

	constructor(personId: string, stream: string, line: ReadingLine, known: ReadState) {
		this.#personId = personId;
		this.#stream = stream;
		this.#line = line;
		this.#kept = known;
	}

	/** The server knows this by itself, for instance from another device. */
	know(state: ReadState): void {
		this.#kept = joined(this.#kept, state);
	}

	/**
	 * Takes what of this has not been taken yet.
	 * @param left how much is unread then, and up to where; null where this page does not know
	 */
	take(now: ReadState, left: UnreadCounts[string] | null): void {
		const more = newIn(now, this.#kept);
		if (isNothing(more)) return;
		this.#kept = joined(this.#kept, now);
		const mark = { personId: this.#personId, stream: this.#stream, ...more };
		this.#untold = { ...mark, ...joined(this.#untold ?? nothingRead, more) };
		void keptMarks.raise(mark);
		if (left) noteUnread(this.#personId, this.#stream, left);
		this.#waiting ??= this.#wait();
	}

	/** The page is left or put out of sight: what was not told yet is told now. */
	atOnce(): void {
		if (!this.#waiting) return;
		this.#waiting.abort();
		const untold = this.#untold;
		this.#untold = this.#waiting = undefined;
		void tellMarks(this.#personId, this.#line, untold);
	}

	#wait(): AbortController {
		const waiting = new AbortController();
		const { signal } = waiting;
		const tell = () => this.atOnce();
		const timer = setTimeout(tell, within(beforeMarking));
		signal.addEventListener('abort', () => clearTimeout(timer));
		// Before the next page is asked for: a page hides only when that one is there, and has counted.
		addEventListener('beforeunload', tell, { signal });
		addEventListener('pagehide', tell, { signal });
		document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && tell(), { signal });
		return waiting;
	}
}
