import type { Activity, UnreadCounts } from '../model/protocol.ts';
import { connection, type Connection } from './connection.svelte.ts';

/** What the counts need of the connection. */
export type CountingLine = Pick<Connection, 'on' | 'whenever' | 'unread'>;

/** Where this browser notes how much somebody has left unread of streams of which the server has not heard yet. */
export const placeOfNotes = (personId: string): string => `unread:${personId}`;

/** Over how long those who leave a thread spread their asking, in milliseconds. */
const spread = 4000;
/** How old counts may be when the page is looked at again. */
const old = 60_000;
/** So long after a thread was left the server knows how far it was read. */
const told = 2000;

/** How many posts the reader has not read, by stream: counted on while others write, asked for anew where that is not sure. */
export class UnreadPosts {
	/** Null until the server was asked over the line: until then the page knows. */
	#counts = $state.raw<UnreadCounts | null>(null);
	/** What the open thread says of itself: it knows best. */
	#open = $state.raw<{ stream: string; count: number } | null>(null);
	#line: CountingLine;
	#reader = '';
	#asking: ReturnType<typeof setTimeout> | undefined;
	#due = Infinity;
	#askedAt = -Infinity;
	/** What was said while the server counts, for each answer that is to come. */
	#meanwhile = new Set<Activity[]>();

	constructor(line: CountingLine) {
		this.#line = line;
	}

	/** The counts as far as is known, beginning with those that the page was made with. */
	by(stream: string, page: UnreadCounts): number {
		if (this.#open?.stream === stream) return this.#open.count;
		return ((this.#counts ?? page)[stream] ?? [0])[0];
	}

	/**
	 * How many in all.
	 * @param kinds only of streams of these kinds, with which their names begin: `meeting:<id>`
	 */
	sum(page: UnreadCounts, kinds?: readonly string[]): number {
		const streams = new Set(Object.keys(this.#counts ?? page));
		if (this.#open) streams.add(this.#open.stream);
		return [...streams].reduce(
			(sum, stream) => (!kinds || kinds.includes(stream.split(':')[0]!) ? sum + this.by(stream, page) : sum),
			0
		);
	}

	/** Keeps the counts true for this reader. Returns the way to stop. */
	start(reader: string, page: UnreadCounts): () => void {
		this.#reader = reader;
		void this.#take(page);
		const stops = [
			this.#line.on('activity', (...activities) => this.#add(activities)),
			this.#line.on('recount', (within) => this.#ask(within)),
			// At once also when it comes back, with everybody else's: the server counts for all of them together.
			this.#line.whenever(() => this.#ask(0))
		];
		const look = () => {
			if (document.visibilityState === 'visible' && performance.now() - this.#askedAt > old) this.#ask(0);
		};
		document.addEventListener('visibilitychange', look);
		return () => {
			document.removeEventListener('visibilitychange', look);
			for (const stop of stops) stop();
			clearTimeout(this.#asking);
			this.#due = Infinity;
			this.#counts = null;
		};
	}

	/** A thread on this page says what of it was not on the screen yet, if it can tell. */
	opened(stream: string, count: number | null): void {
		this.#open = count === null ? null : { stream, count };
	}

	/** The thread was left: what it said of itself holds until the server is asked. */
	left(): void {
		const open = this.#open;
		if (open) this.#counts = { ...this.#counts, [open.stream]: [open.count, this.#counts?.[open.stream]?.[1] ?? 0] };
		this.#open = null;
		this.#ask(spread, told);
	}

	/** Takes what the server counted, and then, with what was said meanwhile, that less is left as far as it is noted (see `asNoted`). */
	async #take(counts: UnreadCounts): Promise<void> {
		this.#counts = counts;
		try {
			if (!localStorage.getItem(placeOfNotes(this.#reader))) return;
			const { asNoted } = await import('./threads/note-unread.ts');
			this.#counts &&= asNoted(this.#counts, this.#reader);
		} catch {
			// Where the browser forbids storage, nothing is noted.
		}
	}

	#add(activities: Activity[]): void {
		for (const said of this.#meanwhile) said.push(...activities);
		for (const { stream, said } of activities) {
			const [count, upTo] = this.#counts?.[stream] ?? [0, 0];
			const others = said.filter(([seq, actor]) => seq > upTo && actor !== this.#reader).length;
			this.#counts = { ...this.#counts, [stream]: [count + others, Math.max(upTo, ...said.map(([seq]) => seq))] };
		}
	}

	/** Asks at some time within the given milliseconds; who is to ask earlier anyway does not ask twice. */
	#ask(within: number, after = 0): void {
		const at = performance.now() + after + Math.random() * within;
		if (at >= this.#due) return;
		this.#due = at;
		clearTimeout(this.#asking);
		this.#asking = setTimeout(() => void this.#count(), at - performance.now());
	}

	async #count(): Promise<void> {
		this.#due = Infinity;
		this.#askedAt = performance.now();
		const said: Activity[] = [];
		this.#meanwhile.add(said);
		const answer = await this.#line.unread().catch(() => null);
		this.#meanwhile.delete(said);
		// No answer: the next connection asks again, or the next look.
		if (!answer || !('ok' in answer)) return;
		void this.#take(answer.ok);
		this.#add(said);
	}
}

/** The counts of this tab. */
export const unread = new UnreadPosts(connection);
