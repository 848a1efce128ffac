import { stateOf, type Post } from '../model/threads/posts.ts';
import { standsBefore, type Elsewhere, type Thread } from '../model/threads/thread.ts';
import type { Connection } from './connection.svelte.ts';
import { keptMarks } from './kept-marks.ts';
import { beforeMarking, within } from './pacing.ts';
import { tellMarks } from './tell-marks.ts';

/** What read marks need of the connection. */
export type ReadingLine = Pick<Connection, 'command'>;

/** What stands behind the place to write at the bottom is not seen yet. */
const onlyAboveTheComposer = { rootMargin: '0px 0px -120px 0px' };

/** What is read, and by whom. */
export interface Reading {
	thread: Pick<Thread, 'posts' | 'later' | 'elsewhere' | 'untold' | 'folded'>;
	reader: string | undefined;
	/** The last event of the stream that the page was loaded with. */
	loaded: number;
}

/**
 * How far a reader has seen a stream: everything up to `upTo` was on screen while the page was being looked at, or was
 * jumped over. Answers stand higher on the page than their place in the stream, so seeing a late one says nothing about
 * what stands further down, and what came since the page was loaded was not jumped over, wherever it stands; neither was
 * what is folded away.
 */
export class ReadMarks {
	/** Everything up to here has been seen or jumped over. */
	upTo = $state(0);
	/** Places of the posts that have been on screen. */
	seen = $state.raw<ReadonlySet<number>>(new Set());
	/** Places of the posts that are on screen now. */
	onScreen = $state.raw<ReadonlySet<number>>(new Set());
	/** The post furthest down that has been on screen. */
	lowest = $state.raw<Post | null>(null);
	#stream: string;
	#line: ReadingLine;
	#reading: () => Reading;
	#telling: ReturnType<typeof setTimeout> | undefined;

	constructor(stream: string, upTo: number, line: ReadingLine, reading: () => Reading) {
		this.#stream = stream;
		this.#line = line;
		this.#reading = reading;
		this.upTo = upTo;
	}

	/** Posts of others that have not been on screen and stand further down than anything that has. */
	get below(): Post[] {
		const { thread, reader } = this.#reading();
		const { lowest } = this;
		return thread.posts.filter(
			(post) =>
				post.seq > this.upTo &&
				post.author.id !== reader &&
				stateOf(post) === 'posted' &&
				!this.seen.has(post.seq) &&
				(lowest === null || standsBefore(lowest, post))
		);
	}

	/** Posts of others that came since the page was loaded and have not been on screen. */
	get arrived(): (Post | Elsewhere)[] {
		const { thread, reader, loaded } = this.#reading();
		const unseen = ({ seq, author }: Post | Elsewhere) => seq > loaded && author.id !== reader && !this.seen.has(seq);
		return [...thread.elsewhere.filter(unseen), ...thread.posts.filter((post) => stateOf(post) === 'posted' && unseen(post))];
	}

	/** Places of new answers that were folded away and have not been on screen. */
	get folded(): number[] {
		return (this.#reading().thread.folded ?? []).flatMap(({ unread }) => unread).filter((seq) => !this.seen.has(seq));
	}

	/** Watches a list in which posts are articles with the id `p-<seq>`. Returns the way to stop. */
	follow(list: Element): () => void {
		const onScreen = new IntersectionObserver((entries) => {
			if (document.visibilityState === 'hidden') return;
			const now = new Set(this.onScreen);
			const { upTo } = this;
			for (const { isIntersecting, target } of entries) {
				const seq = Number(target.id.slice(2));
				if (isIntersecting) {
					now.add(seq);
					this.#see(seq);
				} else now.delete(seq);
			}
			this.onScreen = now;
			if (this.upTo > upTo) this.#keep();
		}, onlyAboveTheComposer);
		const watchAll = () => {
			onScreen.disconnect();
			for (const post of list.querySelectorAll('article[id^="p-"]')) onScreen.observe(post);
		};
		const changes = new MutationObserver(watchAll);
		changes.observe(list, { childList: true, subtree: true });
		// Observing anew reports what is on screen when somebody comes back to this tab.
		document.addEventListener('visibilitychange', watchAll);
		watchAll();
		return () => {
			onScreen.disconnect();
			changes.disconnect();
			document.removeEventListener('visibilitychange', watchAll);
		};
	}

	#see(seq: number): void {
		if (this.seen.has(seq)) return;
		const { thread } = this.#reading();
		const post = thread.posts.find((one) => one.seq === seq);
		if (!post) return;
		this.seen = new Set(this.seen).add(seq);
		if (this.lowest === null || standsBefore(this.lowest, post)) this.lowest = post;
		const newest = Math.max(...thread.posts.map((one) => one.seq));
		const end = thread.later ? Math.max(...thread.posts.filter(({ root }) => root === null).map((one) => one.seq)) : newest;
		const missing = [...this.folded, ...[...this.below, ...this.arrived].map((one) => one.seq)];
		this.upTo = Math.max(this.upTo, Math.min(end, (thread.untold ?? Infinity) - 1, ...missing.map((place) => place - 1)));
	}

	/** Kept at once, in case the line or the page goes, and told after a rest. */
	#keep(): void {
		const { reader } = this.#reading();
		if (!reader) return;
		void keptMarks.raise({ personId: reader, stream: this.#stream, seq: this.upTo });
		clearTimeout(this.#telling);
		this.#telling = setTimeout(() => void tellMarks(reader, this.#line), within(beforeMarking));
	}
}
