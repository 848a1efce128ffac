import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Envelope } from '#lib/model/events.ts';
import { announcer } from '../platform/announcer.ts';
import type { Sql } from 'postgres';
import { eventsBetween, eventsSince, heads } from './read.ts';

/** Hands out every committed event of the followed streams, each once and in order. */
export interface Feed {
	/** Follows a stream from after `seq`; following twice changes nothing. */
	follow(stream: string, seq: number): void;
	unfollow(stream: string): void;
	/** The last event handed out of a followed stream. */
	position(stream: string): number | undefined;
	/** What is handed out together is of one stream. */
	listen(listener: (envelopes: Envelope[]) => void): () => void;
	/** Hears what happens in any stream, followed or not: of other processes' rushes perhaps not every word, some twice. */
	overhear(listener: (envelopes: Envelope[]) => void): () => void;
	/** Called right after the commit that recorded them: here they go out at once, others are told to look. */
	wake(envelopes: Envelope[]): void;
	start(): Promise<void>;
	stop(): Promise<void>;
	/** Whether it hears of other processes' writes. */
	readonly listening: boolean;
}

const channel = 'swing_feed';
const batch = 50;
/** Between two hints to other processes, in milliseconds: in a rush they look twenty times a second. */
const rest = 50;

/** What one process tells the others: the streams that moved, each with its first new number and its last; null: many. */
interface Hint {
	from: string;
	moved: [stream: string, first: number, last: number][] | null;
}

export function createFeed(sql: Sql, log: Logger, { tick = 10_000, coalesce = 5 }: { tick?: number; coalesce?: number } = {}): Feed {
	const self = randomUUID();
	const { announce, listen } = announcer<Envelope[]>();
	const overheard = announcer<Envelope[]>();
	const emitted = new Map<string, number>();
	const running = new Map<string, Promise<void>>();
	const wokenWhileRunning = new Set<string>();
	const toTell = new Map<string, [first: number, last: number]>();
	let telling: NodeJS.Timeout | undefined;
	let told = -rest;
	let ticking: NodeJS.Timeout | undefined;
	let unlisten: (() => Promise<void>) | undefined;
	let listening = false;

	async function drain(stream: string): Promise<void> {
		for (;;) {
			const last = emitted.get(stream);
			if (last === undefined) return;
			const envelopes = await eventsSince(sql, stream, last, batch);
			if (!emitted.has(stream)) return;
			handOn(stream, envelopes);
			if (envelopes.length < batch) return;
		}
	}

	function handOn(stream: string, envelopes: Envelope[]): void {
		const last = envelopes.at(-1);
		if (!last) return;
		emitted.set(stream, last.seq);
		announce(envelopes);
		overheard.announce(envelopes);
	}

	/** Hands out what follows right after the last, without reading it again; says whether nothing is left to do. */
	function handOut(stream: string, envelopes: Envelope[]): boolean {
		const last = emitted.get(stream);
		if (last === undefined) {
			overheard.announce(envelopes);
			return true;
		}
		const fresh = envelopes.filter(({ seq }) => seq > last);
		if (fresh.length > 0 && (running.has(stream) || fresh[0]!.seq > last + 1)) return false;
		handOn(stream, fresh);
		return true;
	}

	function pump(stream: string): void {
		if (!emitted.has(stream)) return;
		if (running.has(stream)) {
			wokenWhileRunning.add(stream);
			return;
		}
		const work = drain(stream)
			.catch((error: unknown) => log.warn({ err: error }, 'feed could not read; the tick heals it'))
			.finally(() => {
				running.delete(stream);
				if (wokenWhileRunning.delete(stream)) pump(stream);
			});
		running.set(stream, work);
	}

	function tellOthers(stream: string, [first, ...others]: number[]): void {
		if (first === undefined) return;
		const [start = first] = toTell.get(stream) ?? [];
		toTell.set(stream, [Math.min(start, first), Math.max(toTell.get(stream)?.[1] ?? 0, others.at(-1) ?? first)]);
		telling ??= setTimeout(() => void tell(), Math.max(coalesce, told + rest - performance.now()));
	}

	async function tell(): Promise<void> {
		const moved = [...toTell].map(([stream, range]): [string, number, number] => [stream, ...range]);
		const hint = JSON.stringify({ from: self, moved } satisfies Hint);
		toTell.clear();
		telling = undefined;
		told = performance.now();
		await sql
			.notify(channel, hint.length < 7000 ? hint : JSON.stringify({ from: self, moved: null } satisfies Hint))
			.catch((error: unknown) => log.warn({ err: error }, 'feed could not notify'));
	}

	function hear(hint: string): void {
		const { from, moved } = JSON.parse(hint) as Hint;
		if (from === self) return;
		for (const stream of moved?.map(([stream]) => stream) ?? emitted.keys()) pump(stream);
		for (const [stream, first, last] of moved ?? []) if (!emitted.has(stream)) void readAloud(stream, first, last);
	}

	/** What was said elsewhere in a stream that nobody here follows. */
	async function readAloud(stream: string, first: number, last: number): Promise<void> {
		if (last - first >= batch) return;
		await eventsBetween(sql, stream, first - 1, last).then(overheard.announce, (error: unknown) =>
			log.warn({ err: error }, 'feed could not read what another process said')
		);
	}

	async function catchUp(): Promise<void> {
		if (emitted.size === 0) return;
		const now = await heads(sql, [...emitted.keys()]);
		for (const [stream, seq] of now) if (seq > (emitted.get(stream) ?? seq)) pump(stream);
	}

	return {
		listen,
		overhear: overheard.listen,
		follow(stream, seq) {
			if (emitted.has(stream)) return;
			emitted.set(stream, seq);
			pump(stream);
		},
		unfollow(stream) {
			emitted.delete(stream);
		},
		position: (stream) => emitted.get(stream),
		wake(envelopes) {
			for (const [stream, its] of Map.groupBy(envelopes, (envelope) => envelope.stream)) {
				if (!handOut(stream, its)) pump(stream);
				tellOthers(
					stream,
					its.map(({ seq }) => seq)
				);
			}
		},
		async start() {
			const subscription = await sql.listen(channel, hear, () => {
				listening = true;
				void catchUp().catch(() => {});
			});
			unlisten = subscription.unlisten;
			ticking = setInterval(() => {
				catchUp().catch((error: unknown) => log.warn({ err: error }, 'feed tick failed'));
			}, tick);
			ticking.unref();
		},
		async stop() {
			clearInterval(ticking);
			clearTimeout(telling);
			// What was said last is not left for the others' next look.
			if (toTell.size > 0) await tell();
			listening = false;
			await Promise.allSettled(running.values());
			await unlisten?.().catch(() => {});
		},
		get listening() {
			return listening;
		}
	};
}
