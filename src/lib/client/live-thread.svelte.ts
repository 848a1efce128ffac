import type { Envelope } from '../model/events.ts';
import { Gap } from '../model/gap.ts';
import { stateOf, type Post } from '../model/posts.ts';
import { apply, type Thread } from '../model/thread.ts';
import type { Connection } from './connection.svelte.ts';
import { whileLookedAt } from './looked-at.ts';

/** How a large text and a thread too far behind are fetched anew; given by the page. */
export interface Refetch {
	post(seq: number): Promise<Post | null>;
	/** The nearest answers of a discussion before a place. @throws Error when there is no line */
	answers(root: number, before: number): Promise<Post[]>;
	everything(): Promise<void>;
}

/** The server is in trouble, which says nothing about the thread. */
const passing = ['failed', 'too_many'];

/** What a live thread needs of the connection. */
export type Line = Pick<Connection, 'open' | 'hear' | 'follow'>;

/** A thread that stays as it is on the server while it is open. */
export class LiveThread {
	/** The window of the thread; replaced, never changed in place. */
	current = $state.raw<Thread>() as Thread;
	#connection: Line;
	#refetch: Refetch;
	#early: Envelope[] = [];
	#catchingUp = false;
	#fetching = new Set<string>();
	/** What came while earlier answers were on their way. */
	#unfolding = new Set<Envelope[]>();

	constructor(loaded: Thread, connection: Line, refetch: Refetch) {
		this.current = loaded;
		this.#connection = connection;
		this.#refetch = refetch;
	}

	/** Starts to follow; returns the way to stop. */
	start(): () => void {
		void this.#connection.open();
		const stopHearing = this.#connection.hear(
			this.current.stream,
			(envelope) => this.#receive(envelope),
			() => void this.#catchUp()
		);
		const stopLooking = whileLookedAt(() => void this.#catchUp());
		return () => {
			stopLooking();
			stopHearing();
		};
	}

	/** Takes over what the page has loaded: another window of the thread, or the same one anew. */
	reload(loaded: Thread): void {
		const heard = this.current.seq;
		this.current = loaded;
		this.#unfolding.clear();
		this.#applyEarly();
		if (this.current.seq < heard) void this.#catchUp();
	}

	/** Fetches earlier answers of a discussion, unless the line is down; what the stream told of them meanwhile is done to them too. */
	async unfold(root: number): Promise<void> {
		const before = () => Math.min(...this.current.posts.filter((post) => post.root === root).map(({ seq }) => seq), this.current.seq + 1);
		const heard: Envelope[] = [];
		this.#unfolding.add(heard);
		const { seq } = this.current;
		const fetched = await this.#refetch.answers(root, before()).catch(() => []);
		if (!this.#unfolding.delete(heard)) return;
		const missing = fetched.filter((post) => post.seq < before());
		const ids = new Set(missing.map(({ id }) => id));
		const upToDate = heard.reduce(apply, { ...this.current, seq, posts: missing }).posts.filter(({ id }) => ids.has(id));
		this.current = { ...this.current, posts: [...this.current.posts, ...upToDate].sort((a, b) => a.seq - b.seq) };
	}

	#apply(envelope: Envelope): void {
		const { seq } = this.current;
		this.current = apply(this.current, envelope);
		if (this.current.seq > seq) for (const heard of this.#unfolding) heard.push(envelope);
	}

	#receive(envelope: Envelope): void {
		try {
			this.#apply(envelope);
			this.#fetchMissingTexts();
		} catch (error) {
			if (!(error instanceof Gap)) throw error;
			this.#early.push(envelope);
			void this.#catchUp();
		}
	}

	async #catchUp(): Promise<void> {
		if (this.#catchingUp) return;
		this.#catchingUp = true;
		let answered = false;
		try {
			const answer = await this.#connection.follow(this.current.stream, this.current.seq);
			if ('refused' in answer && passing.includes(answer.refused.code)) return;
			answered = true;
			if ('refused' in answer || 'tooFar' in answer.ok) await this.#refetch.everything();
			else for (const envelope of answer.ok.events) this.#apply(envelope);
			this.#applyEarly();
			this.#fetchMissingTexts();
		} catch {
			// No answer: the next connection asks again, or the next look.
		} finally {
			this.#catchingUp = false;
		}
		if (answered && this.#early.length > 0) void this.#catchUp();
	}

	#applyEarly(): void {
		const waiting = this.#early.sort((a, b) => a.seq - b.seq);
		this.#early = [];
		for (const envelope of waiting) this.#receive(envelope);
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
				post.id === id && stateOf(post) === 'posted' && post.revision <= revision ? { ...post, doc, files, lang, revision, editedAt } : post
			);
			this.current = { ...this.current, posts };
		} catch {
			// Still missing: the next look fetches it.
		} finally {
			this.#fetching.delete(id);
		}
	}
}
