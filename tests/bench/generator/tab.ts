import { beforeMarking, betweenLooks, within, type Span } from '#lib/client/pacing.ts';
import type { ProductSide } from '../live-side.ts';
import type { SocketIoLine } from './socketio.ts';

/** The pacing of the product's own pages. Who comes back counts at once here: whoever waits is not current. */
const pacing: Record<'marking' | 'looking', Span> = { marking: beforeMarking, looking: betweenLooks };

interface Page {
	side: ProductSide;
	person: number;
	thread: number;
	/** The last event of the thread that the page has. */
	seq: number;
	/** Something was refused, or not answered. */
	failed: () => void;
}

const recount = Buffer.from('["recount",');
const posted = Buffer.from('"post.posted"');
const numbered = Buffer.from('"seq":');

/** What the page of a thread does in a browser besides showing the thread: own stream, unread counts, read marks, looks. */
export class Tab {
	readonly #page: Page;
	#line: SocketIoLine | undefined;
	#marking: NodeJS.Timeout | undefined;
	#looking: NodeJS.Timeout | undefined;
	#counting: NodeJS.Timeout | undefined;

	constructor(page: Page) {
		this.#page = { ...page };
	}

	/** Resolves when what is shown beside the thread is true. */
	async start(line: SocketIoLine): Promise<void> {
		const { side, person } = this.#page;
		this.#line = line;
		this.#lookAgain();
		await Promise.all([side.followOwn(line, person), side.countUnread(line)]);
	}

	stop(): void {
		this.#line = undefined;
		for (const timer of [this.#marking, this.#looking, this.#counting]) clearTimeout(timer);
	}

	/** What the server says besides events. */
	hear(buffer: Buffer, from: number, to: number): void {
		if (buffer.compare(recount, 0, recount.length, from, from + recount.length) !== 0) return;
		this.#countWithin(Number.parseInt(buffer.toString('latin1', from + recount.length, to)));
	}

	/** Events, as they come or as the answer to who follows the thread. */
	read(buffer: Buffer, from: number, to: number): void {
		const frame = buffer.subarray(from, to);
		const at = frame.lastIndexOf(numbered);
		if (at < 0 || !frame.includes(posted)) return;
		this.#page.seq = Math.max(this.#page.seq, Number.parseInt(frame.toString('latin1', at + numbered.length, at + 24)));
		this.#marking ??= setTimeout(() => this.#mark(), within(pacing.marking));
	}

	#mark(): void {
		const { side, thread, seq } = this.#page;
		this.#marking = undefined;
		this.#do((line) => side.markRead(line, thread, seq));
	}

	#countWithin(most: number): void {
		clearTimeout(this.#counting);
		this.#counting = setTimeout(() => this.#do((line) => this.#page.side.countUnread(line)), within([0, most]));
	}

	#lookAgain(): void {
		this.#looking = setTimeout(() => {
			const { side, person, thread, seq } = this.#page;
			this.#do((line) => Promise.all([side.follow(line, thread, seq, () => {}), side.followOwn(line, person)]));
			this.#lookAgain();
		}, within(pacing.looking));
	}

	/** Without a line, or where the line goes meanwhile, there is nobody to tell. */
	#do(work: (line: SocketIoLine) => Promise<unknown>): void {
		const line = this.#line;
		if (line) work(line).catch(() => this.#line === line && this.#page.failed());
	}
}
