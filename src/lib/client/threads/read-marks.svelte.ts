import type { JumpedOver } from '../../model/threads/jumped-over.ts';
import { countsFor } from '../../model/threads/counts-for.ts';
import type { Passed } from '../../model/threads/passed-over.ts';
import type { Post } from '../../model/threads/posts.ts';
import { add, has, single, surplusHoles, union, without, type Ranges } from '../../model/threads/ranges.ts';
import { joined, settled, type ReadState } from '../../model/threads/read-state.ts';
import { standsBefore, type Elsewhere } from '../../model/threads/thread.ts';
import type { MarksTelling } from './marks-telling.ts';
import type { ReadingLine } from './tell-marks.ts';

/** What is read, and by whom. */
export interface MarkedThread {
	thread: Passed;
	reader: string | undefined;
	/** The last event of the stream that the page was loaded with. */
	loaded: number;
}

/** Nothing is read in the first moment: what watches, and takes account of it, is fetched after it, so that the page is there sooner. */
let marking: Awaited<ReturnType<typeof load>> | undefined;
/** Milliseconds until it is fetched, and between tries where there is no line. */
const [later, again] = [1000, 10_000];

async function load() {
	const [{ watchScreen }, { jumpedNow }, { passedOver }, { MarksTelling: Telling }] = await Promise.all([
		import('./on-screen.ts'),
		import('../../model/threads/jumped-now.ts'),
		import('../../model/threads/passed-over.ts'),
		import('./marks-telling.ts')
	]);
	return { watchScreen, jumpedNow, passedOver, Telling };
}
export async function fetchMarking(): Promise<typeof marking> {
	return (marking ??= await load().catch(() => undefined));
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
	/** Places of the posts that are on screen now. */
	onScreen = $state.raw<ReadonlySet<number>>(new Set());
	/** The post furthest down that has been on screen. */
	lowest = $state.raw<Post | null>(null);
	readonly #settled: Ranges = $derived.by(() => settled(this.state));
	/** Places of the posts that have been on screen on this visit. */
	#seen = new Set<number>();
	#reading: () => MarkedThread;
	/** What the server knows. */
	#known: ReadState;
	#stream: string;
	#line: ReadingLine;
	/** None as long as there is nothing to tell, nor where nobody is signed in. */
	#telling: MarksTelling | undefined;

	constructor(stream: string, state: ReadState, line: ReadingLine, reading: () => MarkedThread) {
		this.state = state;
		this.#known = state;
		this.#stream = stream;
		this.#line = line;
		this.#reading = reading;
	}

	/** Takes over what the server knows by now, from other devices too. */
	take(state: ReadState): void {
		this.state = joined(this.state, state);
		this.#known = joined(this.#known, state);
		this.#telling?.know(state);
	}

	/** Posts of others that have not been on screen and stand further down than anything that has. */
	get below(): Post[] {
		const { thread, reader } = this.#reading();
		const { lowest } = this;
		return thread.posts.filter(
			(post) => !has(this.#settled, post.seq) && countsFor(reader, post) && (lowest === null || standsBefore(lowest, post))
		);
	}

	/** Posts of others that came since the page was loaded and have not been on screen. */
	get arrived(): (Post | Elsewhere)[] {
		const { thread, reader, loaded } = this.#reading();
		const unseen = ({ seq }: { seq: number }) => seq > loaded && !has(this.#settled, seq);
		return [
			...thread.elsewhere.filter((answer) => answer.author.id !== reader && unseen(answer)),
			...thread.posts.filter((post) => countsFor(reader, post) && unseen(post))
		];
	}

	/** Places of new answers that were folded away and have not been on screen. */
	get folded(): number[] {
		const places = (this.#reading().thread.folded ?? []).flatMap(({ unread }) => unread);
		return places.filter((seq) => !has(this.#settled, seq));
	}

	/** What is jumped over by now, when the page was loaded with this. */
	jumpedOver(loaded: JumpedOver): JumpedOver {
		const { thread, reader } = this.#reading();
		const { state } = this;
		return marking?.jumpedNow(thread.posts, reader, state, loaded) ?? loaded;
	}

	/** Watches the list of posts. Returns the way to stop, which tells what was read. */
	follow(list: Element): () => void {
		let [stop, over] = [() => {}, false];
		let timer: ReturnType<typeof setTimeout>;
		const watch = (): boolean => {
			if (marking && !over) stop = this.#watch(list, marking);
			return marking !== undefined || over;
		};
		const fetchIn = (pause: number) => {
			timer = setTimeout(() => void fetchMarking().then(() => watch() || fetchIn(again)), pause);
		};
		if (!watch()) fetchIn(later);
		const hide = () => void (document.visibilityState === 'hidden' && this.#telling?.atOnce());
		const leave = () => this.#telling?.atOnce();
		document.addEventListener('visibilitychange', hide);
		addEventListener('pagehide', leave);
		return () => {
			over = true;
			clearTimeout(timer);
			stop();
			document.removeEventListener('visibilitychange', hide);
			removeEventListener('pagehide', leave);
			leave();
		};
	}

	#watch(list: Element, { watchScreen, passedOver, Telling }: NonNullable<typeof marking>): () => void {
		return watchScreen(list, list.parentElement?.querySelector<HTMLElement>('.foot') ?? null, {
			moved: (onScreen) => (this.onScreen = new Set(onScreen)),
			stood: (places) => {
				const { reader } = this.#reading();
				for (const seq of places) this.#see(seq, passedOver);
				if (reader !== undefined) this.#telling ??= new Telling(reader, this.#stream, this.#line, this.#known);
				this.#telling?.take(this.state);
			}
		});
	}

	#see(seq: number, passedOver: NonNullable<typeof marking>['passedOver']): void {
		if (this.#seen.has(seq)) return;
		const { thread, reader } = this.#reading();
		const post = thread.posts.find((one) => one.seq === seq);
		if (!post) return;
		this.#seen.add(seq);
		if (this.lowest === null || standsBefore(this.lowest, post)) this.lowest = post;
		const seen = { read: add(this.state.read, seq), jumped: without(this.state.jumped, [[seq, seq]]) };
		this.state = seen;
		const missing = single([...this.folded, ...[...this.below, ...this.arrived].map((one) => one.seq)]);
		const { read, jumped } = passedOver(thread, reader, missing, seen);
		this.state = { read, jumped: union(jumped, surplusHoles(union(read, jumped))) };
	}
}
