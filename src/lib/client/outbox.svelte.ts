import type { Refusal } from '../model/protocol.ts';
import { connection, type Connection } from './connection.svelte.ts';
import { keptWrites } from './kept-writes.ts';

/** A write that has not been acknowledged yet. Its id stays the same through every retry. */
export interface Waiting {
	commandId: string;
	personId: string;
	/** Where it was written, for instance the meeting's stream. */
	place: string;
	name: string;
	input: Record<string, unknown>;
	/** By this device's clock, in milliseconds: only orders what waits here. */
	writtenAt: number;
	/** Set when the server said no: the text is kept until the person decides. */
	refused: Refusal | null;
	/** Set when it is done on the server: its place in the stream. Still shown as written until that has come here. */
	done: number | null;
}

/** What the server answers to a write: where in its stream it stands. */
interface Placed {
	seq: number;
}

const pauseBeforeRetry = 5000;
/** Refusals that say nothing about the write itself. */
const passing = ['failed', 'too_many', 'other_person'];

type Line = Pick<Connection, 'command' | 'whenever'>;

/** What a person wrote and the server has not confirmed; it survives reloads and goes out in order. */
export class Outbox {
	waiting = $state.raw<Waiting[]>([]);
	#personId: string;
	#connection: Line;
	#sending = false;
	#again: ReturnType<typeof setTimeout> | undefined;

	constructor(personId: string, connection: Line) {
		this.#personId = personId;
		this.#connection = connection;
	}

	/** Takes up what earlier pages left, and sends whenever there is a line. */
	async start(): Promise<() => void> {
		const kept = await keptWrites.all<Waiting>();
		const mine = kept.filter((entry) => entry.personId === this.#personId);
		const known = this.waiting.map((entry) => entry.commandId);
		this.waiting = [...mine.filter((entry) => !known.includes(entry.commandId)), ...this.waiting].sort(
			(a, b) => a.writtenAt - b.writtenAt
		);
		return this.#connection.whenever(() => void this.#sendAll());
	}

	/** Keeps the write and sends it as soon as there is a line. */
	async add(place: string, name: string, input: Record<string, unknown>): Promise<void> {
		const entry: Waiting = {
			commandId: crypto.randomUUID(),
			personId: this.#personId,
			place,
			name,
			input: $state.snapshot(input),
			writtenAt: Date.now(),
			refused: null,
			done: null
		};
		this.waiting = [...this.waiting, entry];
		await keptWrites.keep(entry.commandId, entry);
		void this.#sendAll();
	}

	/** Forgets what is done and has come back: the thread holds it from here on. */
	settle(place: string, seq: number): void {
		const settled = (entry: Waiting) => entry.place === place && entry.done !== null && entry.done <= seq;
		if (this.waiting.some(settled)) this.waiting = this.waiting.filter((entry) => !settled(entry));
	}

	/** Takes a write back, to be edited or dropped. */
	async takeBack(commandId: string): Promise<void> {
		this.waiting = this.waiting.filter((entry) => entry.commandId !== commandId);
		await keptWrites.drop(commandId);
	}

	async #sendAll(): Promise<void> {
		if (this.#sending) return;
		this.#sending = true;
		try {
			for (;;) {
				const next = this.waiting.find((entry) => entry.refused === null && entry.done === null);
				if (!next) return;
				await this.#send(next);
			}
		} catch {
			// No line, no answer, or a server in trouble: later again, under the same id.
			clearTimeout(this.#again);
			this.#again = setTimeout(() => void this.#sendAll(), pauseBeforeRetry);
		} finally {
			this.#sending = false;
		}
	}

	async #send(entry: Waiting): Promise<void> {
		const { commandId } = entry;
		const answer = await this.#connection.command(entry.name, { ...entry.input, commandId }, entry.personId);
		if ('ok' in answer) {
			this.#replace({ ...entry, done: (answer.ok as Placed).seq });
			await keptWrites.drop(commandId);
			return;
		}
		if (passing.includes(answer.refused.code)) throw new Error(answer.refused.code);
		const kept = { ...entry, refused: answer.refused };
		this.#replace(kept);
		await keptWrites.keep(commandId, kept);
	}

	#replace(entry: Waiting): void {
		this.waiting = this.waiting.map((one) => (one.commandId === entry.commandId ? entry : one));
	}
}

let ofThisTab: { personId: string; outbox: Outbox } | undefined;

/** The outbox of this tab for the person who is signed in. */
export function outboxOf(personId: string): Outbox {
	if (ofThisTab?.personId !== personId) ofThisTab = { personId, outbox: new Outbox(personId, connection) };
	return ofThisTab.outbox;
}
