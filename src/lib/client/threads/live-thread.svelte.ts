import type { Envelope } from '../../model/events.ts';
import { stateOf, type Post } from '../../model/threads/posts.ts';
import { apply, type Thread } from '../../model/threads/thread.ts';
import type { Connection } from '../connection.svelte.ts';
import { LiveState } from '../live-state.svelte.ts';

/** How a large text and a thread too far behind are fetched anew; given by the page. */
export interface Refetch {
	post(seq: number): Promise<Post | null>;
	/** The nearest answers of a discussion before a place. @throws Error when there is no line */
	answers(root: number, before: number): Promise<Post[]>;
	everything(): Promise<void>;
}

/** What a live thread needs of the connection. */
export type Line = Pick<Connection, 'open' | 'hear' | 'follow'>;

/** A thread that stays as it is on the server while it is open. */
export class LiveThread {
	#live: LiveState<Thread>;
	#connection: Line;
	#refetch: Refetch;
	#fetching = new Set<string>();
	/** What came while earlier answers were on their way. */
	#unfolding = new Set<Envelope[]>();

	constructor(loaded: Thread, connection: Line, refetch: Refetch) {
		this.#connection = connection;
		this.#refetch = refetch;
		this.#live = new LiveState(loaded, connection, {
			apply,
			reload: () => refetch.everything(),
			heard: (envelope) => this.#unfolding.forEach((heard) => heard.push(envelope)),
			settled: () => this.#fetchMissingTexts()
		});
	}

	/** The window of the thread; replaced, never changed in place. */
	get current(): Thread {
		return this.#live.current;
	}

	/** Starts to follow; returns the way to stop. */
	start(): () => void {
		void this.#connection.open();
		return this.#live.start();
	}

	/** Takes over what the page has loaded: another window of the thread, or the same one anew. */
	reload(loaded: Thread): void {
		this.#unfolding.clear();
		this.#live.reload(loaded);
	}

	/**
	 * Fetches earlier answers of a discussion; what the stream told of them meanwhile is done to them too.
	 * @returns false when there is no line
	 */
	async unfold(root: number): Promise<boolean> {
		const before = () =>
			Math.min(...this.current.posts.filter((post) => post.root === root).map(({ seq }) => seq), this.current.seq + 1);
		const heard: Envelope[] = [];
		this.#unfolding.add(heard);
		const { seq } = this.current;
		const fetched = await this.#refetch.answers(root, before()).catch(() => null);
		if (!this.#unfolding.delete(heard)) return true;
		if (!fetched) return false;
		const missing = fetched.filter((post) => post.seq < before());
		const ids = new Set(missing.map(({ id }) => id));
		const upToDate = heard.reduce(apply, { ...this.current, seq, posts: missing }).posts.filter(({ id }) => ids.has(id));
		this.#live.current = { ...this.current, posts: [...this.current.posts, ...upToDate].sort((a, b) => a.seq - b.seq) };
		return true;
	}

	#fetchMissingTexts(): void {
		for (const post of this.current.posts) {
			if (post.doc === null && stateOf(post) === 'posted' && !this.#fetching.has(post.id)) void this.#fetchText(post);
		}
	}

	async #fetchText({ id, seq }: Post): Promise<void> {
		this.#fetching.add(id);
		try {
			const fetched = await this.#refetch.post(seq);
			if (!fetched || stateOf(fetched) !== 'posted') return;
			const { doc, files, lang, revision, editedAt } = fetched;
			const posts = this.current.posts.map((post) =>
				post.id === id && stateOf(post) === 'posted' && post.revision <= revision
					? { ...post, doc, files, lang, revision, editedAt }
					: post
			);
			this.#live.current = { ...this.current, posts };
		} catch {
			// Still missing: the next look fetches it.
		} finally {
			this.#fetching.delete(id);
		}
	}
}
