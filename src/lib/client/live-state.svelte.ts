import type { Envelope } from '../model/events.ts';
import { Gap } from '../model/gap.ts';
import type { Connection } from './connection.svelte.ts';
import { whileLookedAt } from './looked-at.ts';

interface Streamed {
	stream: string;
	/** The last event of the stream that the state contains. */
	seq: number;
}

export interface StateWays<State> {
	/** @throws Gap when events between the state and this one are missing */
	apply(state: State, event: Envelope): State;
	/** Too much was missed, or this is no longer to be heard: the page loads anew. */
	reload(): Promise<void>;
	/** Hears what was applied. */
	heard?(event: Envelope): void;
	/** Events have been applied. */
	settled?(): void;
}

/** The server is in trouble, which says nothing about the stream. */
const passing = ['failed', 'too_many'];

/** Something that stays as it is on the server while it is open. Whoever needs it opens the line. */
export class LiveState<State extends Streamed> {
	/** Replaced, never changed in place. */
	current = $state.raw<State>() as State;
	#line: Pick<Connection, 'hear' | 'follow'>;
	#ways: StateWays<State>;
	#early: Envelope[] = [];
	#catchingUp = false;

	constructor(loaded: State, line: Pick<Connection, 'hear' | 'follow'>, ways: StateWays<State>) {
		this.current = loaded;
		this.#line = line;
		this.#ways = ways;
	}

	/** Starts to follow; returns the way to stop. */
	start(): () => void {
		const catchUp = () => void this.#catchUp();
		const stops = [this.#line.hear(this.current.stream, (event) => this.#receive(event), catchUp), whileLookedAt(catchUp)];
		return () => stops.forEach((stop) => stop());
	}

	/** Takes over what the page has loaded. */
	reload(loaded: State): void {
		const heard = this.current.seq;
		this.current = loaded;
		this.#applyEarly();
		if (this.current.seq < heard) void this.#catchUp();
	}

	#apply(event: Envelope): void {
		const { seq } = this.current;
		this.current = this.#ways.apply(this.current, event);
		if (this.current.seq > seq) this.#ways.heard?.(event);
	}

	#receive(event: Envelope): void {
		try {
			this.#apply(event);
			this.#ways.settled?.();
		} catch (error) {
			if (!(error instanceof Gap)) throw error;
			this.#early.push(event);
			void this.#catchUp();
		}
	}

	async #catchUp(): Promise<void> {
		if (this.#catchingUp) return;
		this.#catchingUp = true;
		let answered = false;
		try {
			const answer = await this.#line.follow(this.current.stream, this.current.seq);
			if ('refused' in answer && passing.includes(answer.refused.code)) return;
			answered = true;
			if ('refused' in answer || 'tooFar' in answer.ok) await this.#ways.reload();
			else for (const event of answer.ok.events) this.#apply(event);
			this.#applyEarly();
			this.#ways.settled?.();
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
		for (const event of waiting) this.#receive(event);
	}
}
