import type { Sql } from 'postgres';
import { Markers, mostPosts } from './generator/marker.ts';
import type { SocketIoLine } from './generator/socketio.ts';
import type { Frame } from './generator/websocket.ts';
import { Tab } from './generator/tab.ts';
import { openLine, type LiveSide, type ProductSide } from './live-side.ts';
import { firstWriter, writers } from './seed/names.ts';
import type { ServerProcess } from './server-process.ts';

/** Who listens and where: readers are dealt out to the threads in turn. */
export interface Seating {
	readers: number;
	threads: number;
	/** Readers have whole pages open that speak to this side, not threads alone. */
	tabs?: ProductSide;
}

/** Calls for every delivery: which reader, which post, and after how many milliseconds. */
type Heard = (reader: number, post: number, after: number) => void;

/** The readers of one side's threads and the people who write to them, seen from the load generator. */
export class Audience {
	readonly server: ServerProcess;
	readonly #side: LiveSide;
	readonly #sql: Sql;
	readonly #seating: Seating;
	readonly #markers = new Markers();
	readonly #sentAt = new Float64Array(mostPosts);
	readonly #got = new Int32Array(mostPosts);
	readonly #threadOf = new Int32Array(mostPosts);
	readonly #seen: Uint8Array;
	readonly #complete = new Map<number, () => void>();
	#readers: SocketIoLine[] = [];
	#tabs: (Tab | undefined)[] = [];
	#writers: SocketIoLine[] = [];
	#posts = 0;
	#heads: number[] = [];
	/** Deliveries of a post to a reader who had it already. */
	repeated = 0;
	/** Lines that broke without having been told to. */
	lost = 0;
	/** What a whole page asked for is refused or not answered. */
	refused = 0;
	heard: Heard = () => {};
	/** This reader follows the thread, and a whole page shows everything else as it is. */
	settled: (reader: number) => void = () => {};

	constructor(side: LiveSide, server: ServerProcess, sql: Sql, seating: Seating) {
		this.server = server;
		this.#side = side;
		this.#sql = sql;
		this.#seating = seating;
		this.#seen = new Uint8Array(Math.ceil((seating.readers * mostPosts) / 8));
	}

	/** Notes where the threads stand now: readers join from there. */
	async noteHeads(): Promise<void> {
		const { threads } = this.#seating;
		this.#heads = await Promise.all(Array.from({ length: threads }, (_, thread) => this.#side.head(this.#sql, thread)));
	}

	/** Connects the writers, who hear nothing themselves. */
	async seatWriters(): Promise<void> {
		const lines = Array.from({ length: writers }, (_, one) => openLine(this.server, firstWriter + one, () => {}, this.#wentAway));
		this.#writers = await Promise.all(lines);
	}

	/** Connects all readers, `atOnce` at a time, each from the noted head of its thread. */
	async seatReaders(atOnce: number): Promise<void> {
		const { readers, threads } = this.#seating;
		const lines = new Array<SocketIoLine>(readers);
		let next = 0;
		const seat = async () => {
			for (let reader = next++; reader < readers; reader = next++) {
				const thread = reader % threads;
				const seq = this.#heads[thread] ?? 0;
				const tab = this.#tab(reader, thread, seq);
				const look = this.#look(reader, tab);
				const line = await openLine(this.server, reader, this.#live(look, tab), this.#wentAway);
				lines[reader] = line;
				await Promise.all([this.#side.follow(line, thread, seq, look), tab?.start(line)]);
				this.settled(reader);
			}
		};
		await Promise.all(Array.from({ length: Math.min(atOnce, readers) }, seat));
		this.#readers = lines;
	}

	unseatReaders(): void {
		for (const tab of this.#tabs) tab?.stop();
		this.#tabs = [];
		for (const line of this.#readers) line.close();
		this.#readers = [];
	}

	close(): void {
		this.unseatReaders();
		for (const line of this.#writers) line.close();
	}

	/** Writes a post; `acknowledged` when it is durable, `everywhere` when all readers of the thread have it too. */
	post(thread = 0): { number: number; acknowledged: Promise<void>; everywhere: Promise<void> } {
		const number = this.#posts++;
		const writer = this.#writers[number % writers];
		if (!writer || number >= mostPosts) throw new Error('No more posts can be told apart.');
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#complete.set(number, resolve);
		this.#threadOf[number] = thread;
		this.#sentAt[number] = performance.now();
		const acknowledged = this.#side.post(writer, thread, this.#markers.text(number));
		return { number, acknowledged, everywhere: Promise.all([acknowledged, promise]).then(() => {}) };
	}

	#wentAway = () => void this.lost++;

	#tab(person: number, thread: number, seq: number): Tab | undefined {
		const { tabs: side } = this.#seating;
		const tab = side && new Tab({ side, person, thread, seq, failed: () => void this.refused++ });
		this.#tabs.push(tab);
		return tab;
	}

	#live(look: Frame, tab: Tab | undefined): Frame {
		const { posted } = this.#side;
		return (buffer, from, to) => {
			if (buffer.compare(posted, 0, posted.length, from, from + posted.length) === 0) look(buffer, from, to);
			else tab?.hear(buffer, from, to);
		};
	}

	#look(reader: number, tab: Tab | undefined): Frame {
		const delivered = (post: number) => this.#deliver(reader, post);
		return (buffer, from, to) => {
			this.#markers.each(buffer, from, to, delivered);
			tab?.read(buffer, from, to);
		};
	}

	#deliver(reader: number, post: number): void {
		const place = reader * mostPosts + post;
		const bit = 1 << (place & 7);
		const byte = this.#seen[place >> 3] ?? 0;
		if (byte & bit) {
			this.repeated++;
			return;
		}
		this.#seen[place >> 3] = byte | bit;
		this.heard(reader, post, performance.now() - (this.#sentAt[post] ?? 0));
		const got = (this.#got[post] ?? 0) + 1;
		this.#got[post] = got;
		if (got === this.#listeners(this.#threadOf[post] ?? 0)) {
			this.#complete.get(post)?.();
			this.#complete.delete(post);
		}
	}

	#listeners(thread: number): number {
		const { readers, threads } = this.#seating;
		return Math.floor(readers / threads) + (thread < readers % threads ? 1 : 0);
	}
}
