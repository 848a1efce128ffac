import fc from 'fast-check';
import { mostHoles, type Range, type Ranges } from '#lib/model/threads/ranges.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { expect, test } from '../../support/database.ts';
import { smallNetwork } from '../../support/thread.ts';
import { stateOf, streamOf, type Happened } from '../../support/read-state.ts';

interface Mark {
	read: Range[];
	jumped: Range[];
}

/** The plain model: sets of numbers. */
class Model {
	read = new Set<number>();
	jumped = new Set<number>();
	readonly #events: Happened[];
	readonly #end: number;

	constructor(events: Happened[]) {
		this.#events = events;
		this.#end = events.length;
	}

	mark({ read, jumped }: Mark): void {
		for (const seq of read.flatMap((range) => this.#grown(range))) this.read.add(seq);
		for (const seq of jumped.flatMap((range) => this.#grown(range))) this.jumped.add(seq);
		const holes = this.#holes();
		for (const hole of holes.slice(0, Math.max(0, holes.length - mostHoles))) for (const seq of hole) this.jumped.add(seq);
		for (const seq of this.read) this.jumped.delete(seq);
	}

	/** Numbers of what others said that is there to be read and neither read nor jumped over. */
	get unread(): number[] {
		return this.#counting((seq) => !this.#seen(seq));
	}

	/** All up to here is seen. */
	get upTo(): number {
		return this.#numbers().find((seq) => !this.#seen(seq + 1)) ?? 0;
	}

	#numbers(): number[] {
		return Array.from({ length: this.#end + 1 }, (_, seq) => seq);
	}

	#counting(which: (seq: number) => boolean): number[] {
		return this.#events.flatMap(({ own, what }, n) => (!own && what === 'said' && which(n + 1) ? [n + 1] : []));
	}

	#seen(seq: number): boolean {
		return this.read.has(seq) || this.jumped.has(seq);
	}

	/** Others' words stop a range, also those out of sight: they may come back. */
	#stops(seq: number): boolean {
		const event = this.#events[seq - 1];
		return !event || (!event.own && event.what !== 'edited');
	}

	#grown([from, to]: Range): number[] {
		if (from > this.#end) return [];
		let [first, last] = [from, Math.min(to, this.#end)];
		while (!this.#stops(first - 1)) first -= 1;
		while (!this.#stops(last + 1)) last += 1;
		return Array.from({ length: last - first + 1 }, (_, n) => first + n);
	}

	#holes(): number[][] {
		const end = Math.max(0, ...this.read, ...this.jumped);
		const holes: number[][] = [];
		for (let seq = 1; seq <= end; seq += 1) {
			if (this.#seen(seq)) continue;
			const last = holes.at(-1);
			if (last?.at(-1) === seq - 1) last.push(seq);
			else holes.push([seq]);
		}
		return holes;
	}
}

const numbersOf = (ranges: Ranges) => ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n));
const sorted = (set: Set<number>) => [...set].sort((a, b) => a - b);

const happened = fc.record({
	own: fc.boolean(),
	what: fc.constantFrom<Happened['what'][]>('said', 'said', 'said', 'gone', 'edited')
});
/** Some reach beyond the end. */
const range = fc.tuple(fc.integer({ min: 1, max: 320 }), fc.integer({ min: 0, max: 6 })).map(([from, more]): Range => [from, from + more]);
const mark = fc.record({ read: fc.array(range, { maxLength: 60 }), jumped: fc.array(range, { maxLength: 8 }) });

test('what is read and jumped over is what a plain set of numbers says, and so are the counts', async ({ services }) => {
	const network = await smallNetwork(services);
	const other = await network.person('Rui');
	await fc.assert(
		fc.asyncProperty(
			fc.array(happened, { minLength: 1, maxLength: 300 }),
			fc.array(mark, { minLength: 1, maxLength: 5 }),
			async (events, marks) => {
				const me = await network.person('Ilze');
				const stream = await streamOf(services, network.id, events, me, other);
				const model = new Model(events);
				for (const one of marks) {
					await markRead(services, me, { read: [{ stream, ...one }] });
					model.mark(one);
					const { read, readState, unread } = await stateOf(services, me, stream);
					expect(numbersOf(readState.read)).toEqual(sorted(model.read));
					expect(numbersOf(readState.jumped)).toEqual(sorted(model.jumped));
					expect(unread).toBe(Math.min(100, model.unread.length));
					expect(read).toBe(model.upTo);
				}
			}
		),
		{
			numRuns: 15,
			examples: [[Array.from({ length: 300 }, (): Happened => ({ own: false, what: 'said' })), [{ read: evens(), jumped: [] }]]]
		}
	);
}, 60_000);

/** A hole before each: more than are kept. */
function evens(): Range[] {
	return Array.from({ length: 140 }, (_, n): Range => [2 * n + 2, 2 * n + 2]);
}
