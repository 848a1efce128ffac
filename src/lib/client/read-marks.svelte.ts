import { stateOf, type Post } from '../model/posts.ts';
import { standsBefore, type Thread } from '../model/thread.ts';
import type { Connection } from './connection.svelte.ts';

/** What read marks need of the connection. */
export type ReadingLine = Pick<Connection, 'command' | 'whenever'>;

/** Pause after which a stretch of reading is told, so that scrolling through is one message. */
const rest = 800;

/** What stands behind the place to write at the bottom is not seen yet. */
const onlyAboveTheComposer = { rootMargin: '0px 0px -120px 0px' };

/** What is read, and by whom. */
export interface Reading {
	thread: Pick<Thread, 'posts' | 'later'>;
	reader: string | undefined;
}

/**
 * How far a reader has seen a stream: everything up to `upTo` was on screen while the page was being looked at, or was
 * jumped over. Answers stand higher on the page than their place in the stream, so seeing a late one says nothing about
 * what stands further down.
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
	#told: number;
	#telling: ReturnType<typeof setTimeout> | undefined;

	constructor(stream: string, upTo: number, line: ReadingLine, reading: () => Reading) {
		this.#stream = stream;
		this.#line = line;
		this.#reading = reading;
		this.upTo = upTo;
		this.#told = upTo;
	}

	/** Posts of others that have not been on screen and stand further down than anything that has. */
	get below(): Post[] {
		const { thread, reader } = this.#reading();
		const { lowest } = this;
		return thread.posts.filter(
			(post) =>
				post.seq > this.upTo && post.author.id !== reader && stateOf(post) === 'posted' && !this.seen.has(post.seq) && (lowest === null || standsBefore(lowest, post))
		);
	}

	/** Watches a list in which posts are articles with the id `p-<seq>`. Returns the way to stop. */
	follow(list: Element): () => void {
		const onScreen = new IntersectionObserver((entries) => {
			if (document.visibilityState === 'hidden') return;
			const now = new Set(this.onScreen);
			for (const { isIntersecting, target } of entries) {
				const seq = Number(target.id.slice(2));
				if (isIntersecting) {
					now.add(seq);
					this.#see(seq);
				} else now.delete(seq);
			}
			this.onScreen = now;
		}, onlyAboveTheComposer);
		const watchAll = () => {
			onScreen.disconnect();
			for (const post of list.querySelectorAll('article[id^="p-"]')) onScreen.observe(post);
		};
		const changes = new MutationObserver(watchAll);
		changes.observe(list, { childList: true, subtree: true });
		// Observing anew reports what is on screen when somebody comes back to this tab.
		document.addEventListener('visibilitychange', watchAll);
		const stopTelling = this.#line.whenever(() => this.#soon());
		watchAll();
		return () => {
			onScreen.disconnect();
			changes.disconnect();
			document.removeEventListener('visibilitychange', watchAll);
			stopTelling();
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
		const upTo = Math.min(end, ...this.below.map((one) => one.seq - 1));
		if (upTo <= this.upTo) return;
		this.upTo = upTo;
		this.#soon();
	}

	#soon(): void {
		clearTimeout(this.#telling);
		this.#telling = setTimeout(() => void this.#tell(), rest);
	}

	async #tell(): Promise<void> {
		const seq = this.upTo;
		if (seq <= this.#told) return;
		try {
			const answer = await this.#line.command('markRead', { read: [{ stream: this.#stream, seq }] });
			if ('ok' in answer) this.#told = Math.max(this.#told, seq);
		} catch {
			// The line is down: told when it comes back.
		}
	}
}
