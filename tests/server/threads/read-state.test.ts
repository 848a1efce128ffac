import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Person } from '#lib/model/access/actor.ts';
import { Forbidden, Invalid } from '#lib/server/platform/errors.ts';
import { visitor } from '#lib/model/access/actor.ts';
import { openMeetingStream } from '#lib/server/meetings/audience.ts';
import { deletePost } from '#lib/server/threads/change-post.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { mostHoles, type Range, type Ranges } from '#lib/model/threads/ranges.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { talk } from '../../support/discussion.ts';
import { smallNetwork } from '../../support/thread.ts';

/** Who did it, and what: said something, said something that was hidden or deleted since, or did what never counts. */
type Happened = { own: boolean; what: 'said' | 'gone' | 'edited' };

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

/** A stream in which this has happened. */
async function streamOf({ db, sql }: TestServices, network: string, events: Happened[], own: Person, other: Person): Promise<string> {
	const stream = await db.transaction((tx) => openMeetingStream(tx, { network }));
	const rows = events.map(({ own: mine, what }, n) => ({
		stream,
		seq: n + 1,
		name: what === 'edited' ? 'post.edited' : 'post.posted',
		actor_id: mine ? own.id : other.id,
		at: new Date(),
		countable: what === 'said'
	}));
	for (let n = 0; n < rows.length; n += 1000) await sql`insert into events ${sql(rows.slice(n, n + 1000))}`;
	await sql`update streams set seq = ${events.length} where id = ${stream}`;
	return stream;
}

async function stateOf(services: TestServices, person: Person, stream: string) {
	const { read, readState } = await openThread(services.db, person, { stream, locale: 'en', window: {} });
	const { [stream]: counted } = await countUnread(services, person);
	return { read, readState, unread: counted?.[0] };
}

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

test('many who mark at the same time all have what they read, each their own', async ({ services }) => {
	const { network, ilze, say } = await talk(services);
	for (let n = 0; n < 5; n += 1) await say(ilze);
	const readers = await Promise.all(Array.from({ length: 40 }, (_, n) => network.person(`Reader ${n}`)));
	const { stream } = network;
	await Promise.all(
		readers.flatMap((reader, n) => [
			markRead(services, reader, { read: [{ stream, read: [[1, 1]], jumped: [] }] }),
			markRead(services, reader, { read: [{ stream, read: [[3, n % 2 ? 3 : 4]], jumped: [] }] })
		])
	);
	for (const [n, reader] of readers.entries()) {
		const ranges = [
			[1, 1],
			[3, n % 2 ? 3 : 4]
		];
		expect(await stateOf(services, reader, stream)).toMatchObject({ readState: { read: ranges }, unread: n % 2 ? 3 : 2 });
	}
});

test('those who count in the same moment are each told what they have not read, their own words not among it', async ({ services }) => {
	const { network, ilze, rui, say } = await talk(services);
	const { stream } = network;
	for (let n = 0; n < 6; n += 1) await say(n % 3 === 0 ? rui : ilze);
	const readers = await Promise.all(Array.from({ length: 8 }, (_, n) => network.person(`Reader ${n}`)));
	for (const [n, reader] of readers.entries()) {
		const read: Range[] =
			n < 4
				? [[1, n + 1]]
				: [
						[2, 2],
						[5, 5]
					];
		await markRead(services, reader, { read: [{ stream, read, jumped: n === 7 ? [[1, 1]] : [] }] });
	}
	const crowd = [ilze, rui, ...readers, { ...ilze, suspended: true }, await network.person('Foreign', { network: randomUUID() })];
	const counts = await Promise.all(crowd.map((person) => countUnread(services, person)));
	expect(counts.map((count) => count[stream]?.[0])).toEqual([2, 4, 5, 4, 3, 2, 4, 4, 4, 3, undefined, undefined]);
	for (const [n, person] of crowd.entries()) expect(await countUnread(services, person)).toEqual(counts[n]);
	expect(counts[6]).toBe(counts[7]);
});

test('holes far from one another are counted as those side by side', async ({ services }) => {
	const network = await smallNetwork(services);
	const [me, other] = [await network.person('Ilze'), await network.person('Rui')];
	const events = Array.from({ length: 6000 }, (): Happened => ({ own: false, what: 'said' }));
	const stream = await streamOf(services, network.id, events, me, other);
	await markRead(services, me, {
		read: [
			{
				stream,
				read: [
					[1, 10],
					[15, 5500],
					[5508, 5990]
				] as Range[],
				jumped: []
			}
		]
	});
	expect(await stateOf(services, me, stream)).toMatchObject({ unread: 4 + 7 + 10, read: 10 });
});

test('one number of before means all up to it; what was jumped over is read when somebody goes back', async ({ services }) => {
	const { network, ilze, rui, say } = await talk(services);
	for (let n = 0; n < 6; n += 1) await say(ilze);
	const { stream } = network;
	await markRead(services, rui, { read: [{ stream, read: [[6, 6]], jumped: [[1, 5]] }] });
	expect(await stateOf(services, rui, stream)).toMatchObject({ read: 6, readState: { jumped: [[1, 5]] }, unread: 0 });
	await markRead(services, rui, { read: [{ stream, read: [[2, 2]], jumped: [] }] });
	expect(await stateOf(services, rui, stream)).toMatchObject({
		readState: {
			jumped: [
				[1, 1],
				[3, 5]
			]
		}
	});
	await markRead(services, rui, { read: [{ stream, read: [], jumped: [[2, 2]] }] });
	expect(await stateOf(services, rui, stream)).toMatchObject({
		readState: {
			jumped: [
				[1, 1],
				[3, 5]
			]
		}
	});
	await markRead(services, rui, { read: [{ stream, seq: 4 }] });
	expect(await stateOf(services, rui, stream)).toMatchObject({
		readState: {
			read: [
				[1, 4],
				[6, 6]
			],
			jumped: [[5, 5]]
		}
	});
	await markRead(services, rui, { read: [{ stream, seq: 99 }] });
	expect(await stateOf(services, rui, stream)).toMatchObject({ readState: { read: [[1, 6]], jumped: [] } });
	await say(ilze);
	expect(await stateOf(services, rui, stream)).toMatchObject({ read: 6, unread: 1 });
});

test('what was hidden when somebody read on is unread when it comes back; what was deleted is not counted', async ({ services }) => {
	const { network, ilze, rui, say } = await talk(services);
	const lead = await network.person('Marek', { role: 'lead', city: null });
	const { stream } = network;
	await say(ilze);
	const [hidden, deleted] = [await say(ilze), await say(ilze)];
	await say(ilze);
	const with_ = (id: string) => ({ commandId: randomUUID(), id });
	await hidePost(services, lead, { ...with_(hidden.id), reason: 'Not here' });
	await deletePost(services, ilze, with_(deleted.id));
	await markRead(services, rui, {
		read: [
			{
				stream,
				read: [
					[1, 1],
					[4, 4]
				] as Range[],
				jumped: []
			}
		]
	});
	expect(await stateOf(services, rui, stream)).toMatchObject({ unread: 0 });
	await restorePost(services, lead, with_(hidden.id));
	expect(await stateOf(services, rui, stream)).toMatchObject({ unread: 1, read: 1 });
});

test('an early hole brings the page back to it; what is read after it is not shown as new', async ({ services }) => {
	const { network, ilze, rui, say, answers, open } = await talk(services);
	await say(ilze);
	await answers(8, 1, ilze);
	const { seq } = await say(ilze);
	await markRead(services, rui, {
		read: [
			{
				stream: network.stream,
				read: [
					[1, 1],
					[3, 8],
					[10, seq]
				] as Range[],
				jumped: []
			}
		]
	});
	const { places, folded } = await open(rui, { from: 1 });
	// Those up to the first that is new are shown, as far back as the second.
	expect(places).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, seq]);
	expect(folded ?? []).toEqual([]);
	await markRead(services, rui, { read: [{ stream: network.stream, read: [[2, 2]], jumped: [] }] });
	expect((await open(rui, { from: 1 })).places).toEqual([1, 7, 8, 9, seq]);
});

test.each([
	['reversed', [{ stream: 'x', read: [[4, 2]], jumped: [] }]],
	['from nothing', [{ stream: 'x', read: [[0, 2]], jumped: [] }]],
	['no end', [{ stream: 'x', read: [[1]], jumped: [] }]],
	['words', [{ stream: 'x', read: 'all', jumped: [] }]],
	['nothing', [{ stream: 'x' }]]
])('marks that make no sense are refused: %s', async (_, read) => {
	const reader = { kind: 'person', id: randomUUID(), memberships: [] } as unknown as Person;
	await expect(markRead({} as TestServices, reader, { read })).rejects.toThrow(Invalid);
	await expect(markRead({} as TestServices, visitor, { read: [] })).rejects.toThrow(Forbidden);
});
