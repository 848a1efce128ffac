import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import type { Refusal } from '../model/protocol.ts';
import type { Connection } from './connection.svelte.ts';

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
	/** Done on the server; still shown as written until its echo stands in the thread. */
	done: boolean;
}

/** What a person wrote and the server has not confirmed; it survives reloads and goes out in order. */
export class Outbox {
	waiting = $state.raw<Waiting[]>([]);
	#personId: string;
	#connection: Connection;
	#opened: UseStore | undefined;
	#sending = false;

	constructor(personId: string, connection: Connection) {
		this.#personId = personId;
		this.#connection = connection;
	}

	/** Opened only in a browser, when first needed. */
	get #store(): UseStore {
		return (this.#opened ??= createStore('swing-outbox', 'waiting'));
	}

	/** Takes up what earlier pages left, and sends whenever there is a line. */
	async start(): Promise<() => void> {
		const kept = await entries<string, Waiting>(this.#store).catch(() => []);
		const mine = kept.map(([, entry]) => entry).filter((entry) => entry.personId === this.#personId);
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
			input,
			writtenAt: Date.now(),
			refused: null,
			done: false
		};
		this.waiting = [...this.waiting.filter((one) => !one.done), entry];
		await set(entry.commandId, entry, this.#store).catch(() => {});
		void this.#sendAll();
	}

	/** Takes a write back, to be edited or dropped. */
	async takeBack(commandId: string): Promise<void> {
		this.waiting = this.waiting.filter((entry) => entry.commandId !== commandId);
		await del(commandId, this.#store).catch(() => {});
	}

	async #sendAll(): Promise<void> {
		if (this.#sending) return;
		this.#sending = true;
		try {
			for (;;) {
				const next = this.waiting.find((entry) => entry.refused === null && !entry.done);
				if (!next) return;
				await this.#send(next);
			}
		} catch {
			// No line or no answer: the next connection sends again, under the same id.
		} finally {
			this.#sending = false;
		}
	}

	async #send(entry: Waiting): Promise<void> {
		const { commandId } = entry;
		const answer = await this.#connection.command(entry.name, { ...entry.input, commandId });
		if ('ok' in answer) {
			this.#replace({ ...entry, done: true });
			await del(commandId, this.#store).catch(() => {});
			return;
		}
		const kept = { ...entry, refused: answer.refused };
		this.#replace(kept);
		await set(commandId, kept, this.#store).catch(() => {});
	}

	#replace(entry: Waiting): void {
		this.waiting = this.waiting.map((one) => (one.commandId === entry.commandId ? entry : one));
	}
}
