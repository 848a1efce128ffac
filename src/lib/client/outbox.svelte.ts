import type { Placed } from '../model/command.ts';
import type { CommandInput, PlacingCommand, Sent } from '../model/commands.ts';
import type { Answer, Refusal } from '../model/protocol.ts';
import { aloneAmongTabs } from './alone.ts';
import { connection, type Connection } from './connection.svelte.ts';
import { keptWrites } from './kept-writes.ts';

/** A write that has not been acknowledged yet. Its id stays the same through every retry. */
export type Waiting<Name extends PlacingCommand = PlacingCommand> = Progress & Writing<Name>;

/** A command with its input. */
type Writing<Name extends PlacingCommand> = { [One in Name]: { name: One; input: CommandInput<One> } }[Name];

interface Progress {
	commandId: string;
	personId: string;
	/** Where it was written, for instance the meeting's stream. */
	place: string;
	/** By this device's clock, in milliseconds: only shown. */
	writtenAt: number;
	/** Its place in the order of writing, of all tabs together. */
	turn: number;
	/** Whether this browser keeps it: null until that is known, false when it lives no longer than the page. */
	kept: boolean | null;
	/** It may have reached the server: only its answer tells what became of it. */
	attempted: boolean;
	/** Set when the server said no: the text is kept until the person decides. */
	refused: Refusal | null;
	/** When it is tried again, by this device's clock in milliseconds, where the server said when; gone while it is tried. */
	again?: number | undefined;
	/** Set when it is done on the server: its place in the stream. Still shown as written until that has come here. */
	done: number | null;
}

const pauseBeforeRetry = 5000;
/** Refusals that say nothing about the write itself; one that says when to try again is believed. */
const passing = ['failed', 'too_many', 'other_person'];

interface Line extends Pick<Connection, 'whenever' | 'state'> {
	command(name: PlacingCommand, input: Sent<PlacingCommand>, by: string): Promise<Answer<Placed>>;
}

/** Whether nobody knows if the server has it: nothing is done to it before its answer. */
export function isUnsure({ attempted, refused }: Waiting): boolean {
	return attempted && refused === null;
}

/** Whether it waits for this command to be done. */
export function isWaitingFor<Name extends PlacingCommand>(name: Name): (entry: Waiting) => entry is Waiting & { name: Name } {
	return (entry): entry is Waiting & { name: Name } => entry.name === name;
}

/** What a person wrote and the server has not confirmed; it survives reloads and goes out in order, from one tab at a time. */
export class Outbox {
	waiting = $state.raw<Waiting[]>([]);
	#personId: string;
	#line: Line;
	/** What this tab has done with, however long it takes to drop it. */
	#past = new Set<string>();
	#sending: Promise<void> | null = null;
	#wanted = false;
	#over = false;
	#again: ReturnType<typeof setTimeout> | undefined;
	/** Not before then, by this page's clock. */
	#notBefore = 0;

	constructor(personId: string, line: Line) {
		this.#personId = personId;
		this.#line = line;
	}

	/** Takes up what earlier pages and other tabs left, and sends whenever there is a line. */
	async start(): Promise<() => void> {
		this.#over = false;
		await this.#takeUp();
		const stops = [this.#line.whenever(() => void this.#sendAll()), keptWrites.watch(() => void this.#notice())];
		return () => {
			this.#over = true;
			clearTimeout(this.#again);
			this.#again = undefined;
			for (const stop of stops) stop();
		};
	}

	/**
	 * Shows the write and keeps it; it goes out as soon as there is a line.
	 * @returns once it is kept: what waits until it has gone out or the try has failed, and says whether it went out
	 */
	async add<Name extends PlacingCommand>(place: string, name: Name, input: CommandInput<Name>): Promise<() => Promise<boolean>> {
		const entry = {
			commandId: crypto.randomUUID(),
			personId: this.#personId,
			place,
			name,
			input: JSON.parse(JSON.stringify(input)) as CommandInput<Name>,
			writtenAt: Date.now(),
			turn: Infinity,
			kept: null,
			attempted: false,
			refused: null,
			again: this.#resting(),
			done: null
		} as Waiting<Name> as Waiting;
		const { commandId } = entry;
		this.waiting = [...this.waiting, entry];
		const turn = await keptWrites.add(commandId, { ...entry, kept: true });
		const now = this.waiting.find((one) => one.commandId === commandId) ?? entry;
		const kept = { ...now, turn: turn ?? this.#lastTurn(), kept: turn !== null };
		const again = this.#resting();
		// Another was told to wait while this one was being kept.
		if (again && !now.again) await this.#change({ ...kept, again });
		else this.#replace(kept);
		if (turn === null) addEventListener('beforeunload', this.#hold);
		const sending = this.#sendAll();
		return async () => {
			await sending;
			return this.waiting.every((one) => one.commandId !== commandId || one.done !== null);
		};
	}

	/** Forgets what is done and has come back: the thread holds it from here on. */
	settle(place: string, seq: number): void {
		const settled = (entry: Waiting) => entry.place === place && entry.done !== null && entry.done <= seq;
		if (this.waiting.some(settled)) this.waiting = this.waiting.filter((entry) => !settled(entry));
	}

	/**
	 * Takes a write back, unless another tab has, or it may be on the server already.
	 * @param over takes it over, to be edited; what it says no to stays
	 */
	async takeBack(commandId: string, over?: (entry: Waiting) => Promise<boolean>): Promise<void> {
		await this.#alone(async () => {
			await this.#takeUp();
			const entry = this.waiting.find((one) => one.commandId === commandId);
			if (!entry || isUnsure(entry) || (over && !(await over(entry)))) return;
			this.#past.add(commandId);
			this.waiting = this.waiting.filter((one) => one.commandId !== commandId);
			await keptWrites.drop(commandId);
		});
	}

	#alone(work: () => Promise<void>): Promise<void> {
		return aloneAmongTabs(`swing-outbox ${this.#personId}`, work);
	}

	/** Other tabs may have kept, sent, changed or dropped something: what is kept counts, and what this page alone knows. */
	async #takeUp(): Promise<void> {
		const before = new Set(this.waiting.filter(({ kept }) => kept).map(({ commandId }) => commandId));
		const all = await keptWrites.all<Waiting>(this.#personId);
		if (!all) return;
		const mine = new Map(all.filter(({ commandId }) => !this.#past.has(commandId)).map((entry) => [entry.commandId, asNow(entry)]));
		const here = this.waiting
			.filter(({ commandId, done }) => done !== null || mine.has(commandId) || !before.has(commandId))
			.map((entry) => (entry.done === null && mine.get(entry.commandId)) || entry);
		for (const { commandId } of here) mine.delete(commandId);
		this.waiting = [...here, ...mine.values()].sort((a, b) => a.turn - b.turn || a.writtenAt - b.writtenAt);
	}

	/** The tab in which it was written sends it; if that is gone, this one does. */
	async #notice(): Promise<void> {
		await this.#takeUp();
		if (this.#next()) this.#later();
	}

	#next(): Waiting | undefined {
		return this.waiting.find(goesOut);
	}

	/** Until when nothing is sent, by this device's clock. */
	#resting(): number | undefined {
		const rest = this.#notBefore - performance.now();
		return rest > 0 ? Date.now() + rest : undefined;
	}

	#sendAll(): Promise<void> {
		this.#wanted = true;
		return (this.#sending ??= this.#sendWanted());
	}

	async #sendWanted(): Promise<void> {
		while (this.#wanted) {
			this.#wanted = false;
			await this.#takeUp();
			if (this.#line.state !== 'live' || !this.#next()) continue;
			if (performance.now() < this.#notBefore) {
				this.#later();
				continue;
			}
			// No answer, or a server in trouble: later again, under the same id.
			await this.#alone(() => this.#sendInTurn()).catch(() => this.#later());
		}
		this.#sending = null;
	}

	async #sendInTurn(): Promise<void> {
		for (;;) {
			await this.#takeUp();
			const next = this.#next();
			if (!next || this.#over) return;
			await this.#send({ ...next, attempted: true, again: undefined });
		}
	}

	async #send(entry: Waiting): Promise<void> {
		const { commandId } = entry;
		await this.#change(entry);
		const answer = await this.#line.command(entry.name, { ...entry.input, commandId }, entry.personId);
		if ('ok' in answer) {
			this.#past.add(commandId);
			this.#replace({ ...entry, done: answer.ok.seq });
			await keptWrites.drop(commandId);
			return;
		}
		if (passing.includes(answer.refused.code)) {
			this.#notBefore = performance.now() + (answer.refused.retryAfter ?? 0) * 1000;
			// One goes after the other, so all of them wait as long.
			const again = this.#resting();
			if (again) for (const one of this.waiting.filter(goesOut)) await this.#change({ ...one, again });
			throw new Error(answer.refused.code);
		}
		await this.#change({ ...entry, refused: answer.refused });
	}

	async #change(entry: Waiting): Promise<void> {
		this.#replace(entry);
		if (entry.kept) await keptWrites.change(entry.commandId, entry);
	}

	#replace(entry: Waiting): void {
		this.waiting = this.waiting.map((one) => (one.commandId === entry.commandId ? entry : one));
	}

	#later(): void {
		if (this.#over) return;
		const rest = this.#notBefore - performance.now();
		this.#again ??= setTimeout(
			() => {
				this.#again = undefined;
				void this.#sendAll();
			},
			rest > 0 ? rest : pauseBeforeRetry
		);
	}

	#lastTurn(): number {
		return Math.max(0, ...this.waiting.map(({ turn }) => turn).filter(Number.isFinite));
	}

	/** Who would leave the page is asked first, as long as something lives in it alone. */
	#hold = (event: Event): void => {
		if (this.waiting.some(({ kept, done }) => kept === false && done === null)) event.preventDefault();
	};
}

/** Whether it is still to be sent, and may be. */
function goesOut({ kept, refused, done }: Waiting): boolean {
	return kept !== null && refused === null && done === null;
}

/** What an earlier version of the program kept was first, and nobody noted whether it had been tried. */
function asNow(kept: Waiting): Waiting {
	return { ...({ turn: 0, attempted: true } satisfies Partial<Waiting>), ...kept, kept: true };
}

let ofThisTab: { personId: string; outbox: Outbox } | undefined;

/** The outbox of this tab for the person who is signed in. */
export function outboxOf(personId: string): Outbox {
	if (ofThisTab?.personId !== personId) ofThisTab = { personId, outbox: new Outbox(personId, connection) };
	return ofThisTab.outbox;
}
