import { isNothing, joined, newIn, nothingRead, type ReadState } from '../../model/threads/read-state.ts';
import { beforeMarking, within } from '../pacing.ts';
import { keptMarks } from './kept-marks.ts';
import { tellMarks, type ReadingLine } from './tell-marks.ts';

/** Keeps what somebody reads of a stream at once, in case the line or the page goes, and tells it after a while. */
export class MarksTelling {
	#personId: string;
	#stream: string;
	#line: ReadingLine;
	/** What is on its way or there. */
	#kept: ReadState = nothingRead;
	#telling: ReturnType<typeof setTimeout> | undefined;

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

	/** Takes what of this has not been taken yet. */
	take(now: ReadState): void {
		const more = newIn(now, this.#kept);
		if (isNothing(more)) return;
		this.#kept = joined(this.#kept, now);
		void keptMarks.raise({ personId: this.#personId, stream: this.#stream, ...more });
		this.#telling ??= setTimeout(() => this.atOnce(), within(beforeMarking));
	}

	/** The page is left or put out of sight: what was not told yet is told now. */
	atOnce(): void {
		if (this.#telling === undefined) return;
		clearTimeout(this.#telling);
		this.#telling = undefined;
		void tellMarks(this.#personId, this.#line, this.#stream);
	}
}
