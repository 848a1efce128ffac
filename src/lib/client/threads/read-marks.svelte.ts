import type { UnreadCounts } from '../../model/protocol.ts';
import type { JumpedOver } from '../../model/threads/jumped-over.ts';
import { countsFor } from '../../model/threads/counts-for.ts';
import type { Passed } from '../../model/threads/passed-over.ts';
import type { Post } from '../../model/threads/posts.ts';
import { has, type Ranges } from '../../model/threads/ranges.ts';
import { joined, settled, type ReadState } from '../../model/threads/read-state.ts';
import { standsBefore, type Elsewhere } from '../../model/threads/thread.ts';
import type { Reading } from './reading.ts';
import type { ReadingLine } from './tell-marks.ts';

/** What is read, and by whom. */
export interface MarkedThread {
	thread: Passed;
	reader: string | undefined;
	/** The last event of the stream that the page was loaded with. */
	loaded: number;
	/** How much is unread, and up to where; null where the page does not know. */
	left(): UnreadCounts[string] | null;
}

/** Nothing is read in the first moment: what watches, and takes account of it, is fetched after it, so that the page is there sooner. */
let marking: typeof import('./reading.ts') | undefined;
/** Milliseconds until it is fetched, and between tries where there is no line. */
const [later, again] = [1000, 10_000];

export async function fetchMarking(): Promise<typeof marking> {
	return (marking ??= await import('./reading.ts').catch(() => undefined));
}

/**
 * What a reader has seen of a stream: what stood on screen for a moment while the page was being looked at is read, what
 * flew past on the way is jumped over. Answers stand higher on the page than their place in the stream, so seeing a late one
 * says nothing about what stands further down, and what came since the page was loaded was not jumped over, wherever it
 * stands; neither was what is folded away.
 */
export class ReadMarks {
	/** What is read and jumped over, here and before. */
	state = $state.raw<ReadState>() as ReadState;
	/** Places of the posts that are on screen now; none before the page is watched. */
	onScreen = $state.raw<ReadonlySet<number>>();
	/** The post furthest down that has been on screen. */
	lowest = $state.raw<Post | null>(null);
	readonly #settled: Ranges = $derived.by(() => settled(this.state));
	#about: () => MarkedThread;
	/** What is read, by what the server knows, and how it is told. */
	#at: { stream: string; line: ReadingLine; known: ReadState };
	/** From when the page is watched. */
	#reading: Reading | undefined;

	constructor(stream: string, known: ReadState, line: ReadingLine, about: () => MarkedThread) {
		this.state = known;
		this.#at = { stream, line, known };
		this.#about = about;
	}

	/** Takes over what the server knows by now, from other devices too. */
	take(state: ReadState): void {
		this.state = joined(this.state, state);
		this.#at.known = joined(this.#at.known, state);
		this.#reading?.know(state);
	}

	/** Posts of others that have not been on screen and stand further down than anything that has. */
	get below(): Post[] {
		const { thread, reader } = this.#about();
		const { lowest } = this;
		return thread.posts.filter(
			(post) => !has(this.#settled, post.seq) && countsFor(reader, post) && (lowest === null || standsBefore(lowest, post))
		);
	}

	/** Posts of others that came since the page was loaded and have not been on screen. */
	get arrived(): (Post | Elsewhere)[] {
		const { thread, reader, loaded } = this.#about();
		const unseen = ({ seq }: { seq: number }) => seq > loaded && !has(this.#settled, seq);
		return [
			...thread.elsewhere.filter((answer) => answer.author.id !== reader && unseen(answer)),
			...thread.posts.filter((post) => countsFor(reader, post) && unseen(post))
		];
	}

	/** Places of new answers that were folded away and have not been on screen. */
	get folded(): number[] {
		const places = (this.#about().thread.folded ?? []).flatMap(({ unread }) => unread);
		return places.filter((seq) => !has(this.#settled, seq));
	}

	/** What is jumped over by now, when the page was loaded with this. */
	jumpedOver(loaded: JumpedOver): JumpedOver {
		const { thread, reader } = this.#about();
		const { state } = this;
		return marking?.jumpedNow(thread.posts, reader, state, loaded) ?? loaded;
	}

	/** Before another page is asked for: it is to count what was read here. */
	tell(): void {
		this.#reading?.tell();
	}

	/** Watches the list of posts. Returns the way to stop, which tells what was read. */
	follow(list: Element): () => void {
		let [stop, over] = [() => {}, false];
		let timer: ReturnType<typeof setTimeout>;
		const watch = (): boolean => {
			if (marking && !over) stop = (this.#reading ??= new marking.Reading(this, this.#at, this.#about)).watch(list);
			return marking !== undefined || over;
		};
		const fetchIn = (pause: number) => {
			timer = setTimeout(() => void fetchMarking().then(() => watch() || fetchIn(again)), pause);
		};
		if (!watch()) fetchIn(later);
		return () => {
			over = true;
			clearTimeout(timer);
			stop();
		};
	}
}
