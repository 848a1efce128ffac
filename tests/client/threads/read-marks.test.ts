import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ReadingLine } from '#lib/client/threads/tell-marks.ts';
import { ReadMarks } from '#lib/client/threads/read-marks.svelte.ts';
import { tellMarks } from '#lib/client/threads/tell-marks.ts';
import type { JumpedOver } from '#lib/model/threads/jumped-over.ts';
import { newPost, type Post } from '#lib/model/threads/posts.ts';
import type { Ranges } from '#lib/model/threads/ranges.ts';
import { joined, nothingRead, settled, type ReadState } from '#lib/model/threads/read-state.ts';
import type { Elsewhere, Folded } from '#lib/model/threads/thread.ts';
import { saying } from '../../support/saying.ts';

const elio = { id: 'elio', name: 'Elio', city: null, role: 'expert' as const, expertKind: 'lead' as const };
const written = (seq: number, root: number | null = null) =>
	newPost(seq, { id: `post-${seq}`, root, author: elio, at: '2017-03-30T11:40:00.000Z', lang: 'en', doc: saying(`${seq}`) });
const nine = Array.from({ length: 9 }, (_, n) => written(n + 1));
let posts: Post[] = nine;
let elsewhere: Elsewhere[] = [];
let untold: number | undefined;
let folded: Folded[] | undefined;
/** What the page was loaded with. */
let loaded = 9;
const marks = (known = nothingRead) =>
	new ReadMarks('meeting:1', known, line, () => ({
		thread: { posts, later: false, elsewhere, ...(untold !== undefined && { untold }), ...(folded && { folded }) },
		reader: 'ilze',
		loaded
	}));

let onScreen: (...seqs: number[]) => void;
/** After each telling, up to where the server knows that nothing is left to read. */
const told: unknown[] = [];
let known = nothingRead;
let up = true;
const line: ReadingLine = {
	async command(_name, { read }) {
		if (!up) throw new Error('no connection');
		for (const { stream, ...more } of read as ({ stream: string } & ReadState)[]) {
			known = joined(known, more);
			told.push([{ stream, seq: unbrokenUpTo(settled(known)) }]);
		}
		return { ok: null };
	}
};

function unbrokenUpTo([first]: Ranges): number {
	return first?.[0] === 1 ? first[1] : 0;
}

beforeEach(() => {
	vi.useFakeTimers();
	told.length = 0;
	known = nothingRead;
	up = true;
	posts = nine;
	elsewhere = [];
	untold = undefined;
	folded = undefined;
	loaded = 9;
	vi.stubGlobal(
		'IntersectionObserver',
		class {
			constructor(report: (entries: object[]) => void) {
				onScreen = (...seqs) => report(seqs.map((seq) => ({ isIntersecting: true, target: { id: `p-${seq}` } })));
			}
			observe() {}
			disconnect() {}
		}
	);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

/** Within this everything has been told, however the delays fell. */
const rested = () => vi.advanceTimersByTimeAsync(8000);
const upTo = (seq: number) => [{ stream: 'meeting:1', seq }];

test('answers before the window that could not be told are not jumped over', async () => {
	// The seventh answers something far up, and is the first that the page does not tell of.
	posts = nine.filter(({ seq }) => seq !== 7);
	untold = 7;
	const read = marks();
	const stop = read.follow(document.createElement('ol'));
	onScreen(9);
	await rested();
	expect(told).toEqual([upTo(6)]);
	expect(read.state).toEqual({
		read: [[9, 9]],
		jumped: [
			[1, 6],
			[8, 8]
		]
	});
	stop();
});

test('new answers that are folded away are not jumped over: they are read when they were unfolded and on screen', async () => {
	folded = [{ root: 1, unread: [3, 4] }];
	const read = marks();
	const stop = read.follow(document.createElement('ol'));
	onScreen(9);
	await rested();
	expect(told).toEqual([upTo(2)]);
	onScreen(3);
	await rested();
	expect([told.at(-1), read.folded]).toEqual([upTo(3), [4]]);
	onScreen(4);
	await rested();
	expect([told.at(-1), read.folded]).toEqual([upTo(9), []]);
	expect(read.state).toEqual({
		read: [
			[3, 4],
			[9, 9]
		],
		jumped: [
			[1, 2],
			[5, 8]
		]
	});
	stop();
});

test('what was on screen is read, what one jumped over is not; it is told once, after a rest', async () => {
	const read = marks();
	const stop = read.follow(document.createElement('ol'));
	onScreen(3, 4);
	onScreen(9);
	onScreen(5);
	expect(read.state).toEqual({
		read: [
			[3, 5],
			[9, 9]
		],
		jumped: [
			[1, 2],
			[6, 8]
		]
	});
	expect(told).toEqual([]);
	await rested();
	expect(told).toEqual([upTo(9)]);
	onScreen(9, 4);
	await rested();
	expect(told).toEqual([upTo(9)]);
	stop();
});

test('what was jumped over and then stood on screen is read', async () => {
	const read = marks();
	const stop = read.follow(document.createElement('ol'));
	onScreen(9);
	await rested();
	onScreen(7);
	expect(read.state).toEqual({
		read: [
			[7, 7],
			[9, 9]
		],
		jumped: [
			[1, 6],
			[8, 8]
		]
	});
	await rested();
	expect(told).toHaveLength(2);
	stop();
});

test('only what was not told yet is told', async () => {
	const all: unknown[] = [];
	const command = vi.spyOn(line, 'command').mockImplementation(async (_name, { read }) => {
		all.push(read);
		return { ok: null };
	});
	const stop = marks().follow(document.createElement('ol'));
	onScreen(4);
	await rested();
	onScreen(3, 5);
	await rested();
	expect(all).toEqual([
		[{ stream: 'meeting:1', read: [[4, 4]], jumped: [[1, 3]] }],
		[
			{
				stream: 'meeting:1',
				read: [
					[3, 3],
					[5, 5]
				],
				jumped: []
			}
		]
	]);
	command.mockRestore();
	stop();
});

test('the telling is spread: not before two seconds, not after eight', async () => {
	const random = vi.spyOn(Math, 'random');
	for (const [share, at] of [
		[0, 2000],
		[0.5, 5000],
		[0.999, 7994]
	] as const) {
		told.length = 0;
		random.mockReturnValue(share);
		const stop = marks().follow(document.createElement('ol'));
		onScreen(2);
		await vi.advanceTimersByTimeAsync(at - 1);
		onScreen(3);
		expect(told).toEqual([]);
		await vi.advanceTimersByTimeAsync(1);
		expect(told).toEqual([upTo(3)]);
		stop();
	}
});

test('who leaves the page or puts it out of sight tells at once', async () => {
	const visibility = vi.spyOn(document, 'visibilityState', 'get');
	for (const leave of [
		() => {
			visibility.mockReturnValue('hidden');
			document.dispatchEvent(new Event('visibilitychange'));
			visibility.mockReturnValue('visible');
		},
		() => void dispatchEvent(new Event('pagehide')),
		(stop: () => void) => stop()
	]) {
		told.length = 0;
		const stop = marks().follow(document.createElement('ol'));
		onScreen(2);
		leave(stop);
		await vi.advanceTimersByTimeAsync(0);
		expect(told).toEqual([upTo(2)]);
		await rested();
		expect(told).toHaveLength(1);
		stop();
	}
});

test('what was done with before is neither new nor told again', async () => {
	const read = marks({
		read: [
			[1, 3],
			[6, 6]
		],
		jumped: [[4, 4]]
	});
	expect(read.below.map(({ seq }) => seq)).toEqual([5, 7, 8, 9]);
	const stop = read.follow(document.createElement('ol'));
	onScreen(1, 2, 3);
	await rested();
	expect(told).toEqual([]);
	onScreen(5, 7);
	expect(read.state).toEqual({
		read: [
			[1, 3],
			[5, 7]
		],
		jumped: [[4, 4]]
	});
	expect(read.below.map(({ seq }) => seq)).toEqual([8, 9]);
	read.take({ read: [[8, 8]], jumped: [] });
	expect(read.below.map(({ seq }) => seq)).toEqual([9]);
	await rested();
	onScreen(8);
	await rested();
	expect(told).toHaveLength(1);
	stop();
});

test('one’s own messages, what was taken away and what is no message leave no holes', async () => {
	const [mine, gone] = [
		{ ...written(3), author: { ...elio, id: 'ilze' } },
		{ ...written(5), deletedAt: '2017-03-30T12:00:00.000Z', doc: null }
	];
	posts = [written(1), mine, gone, written(8)];
	loaded = 8;
	const read = marks();
	const stop = read.follow(document.createElement('ol'));
	onScreen(1, 8);
	expect(read.state).toEqual({ read: [[1, 8]], jumped: [] });
	stop();
});

test('what stands before the window, or was folded away where the newest was wanted, was jumped over', () => {
	posts = [{ ...written(11), replies: 3 }, written(16, 11), written(17)];
	loaded = 20;
	const read = marks();
	const stop = read.follow(document.createElement('ol'));
	onScreen(11, 16, 17);
	expect(read.state).toEqual({
		read: [
			[11, 11],
			[16, 17]
		],
		jumped: [
			[1, 10],
			[12, 15]
		]
	});
	stop();
});

test('of too many holes the oldest are given up', () => {
	posts = Array.from({ length: 141 }, (_, n) => written(n + 1));
	folded = [{ root: 1, unread: posts.filter(({ seq }) => seq % 2 === 0).map(({ seq }) => seq) }];
	loaded = 141;
	const read = marks();
	const stop = read.follow(document.createElement('ol'));
	onScreen(...posts.filter(({ seq }) => seq % 2 === 1).map(({ seq }) => seq));
	expect(read.state.jumped).toEqual([2, 4, 6, 8, 10, 12].map((seq) => [seq, seq]));
	expect(read.folded).toHaveLength(64);
	stop();
});

test('how much was jumped over goes along with what is read and passed over here', () => {
	const atLoad: JumpedOver = { count: 5, first: { seq: 2, root: null }, within: [[2, 6]] };
	const read = marks({ read: [[1, 1]], jumped: [[2, 6]] });
	const stop = read.follow(document.createElement('ol'));
	expect(read.jumpedOver(atLoad)).toMatchObject({ count: 5, first: { seq: 2 } });
	onScreen(2, 3);
	expect(read.jumpedOver(atLoad)).toMatchObject({ count: 3, first: { seq: 4 } });
	onScreen(9);
	expect(read.jumpedOver(atLoad)).toMatchObject({ count: 5, first: { seq: 4 } });
	onScreen(4, 5, 6, 7, 8);
	expect(read.jumpedOver(atLoad)).toMatchObject({ count: 0, first: null });
	expect(read.jumpedOver({ ...atLoad, count: 100, within: [[1, 200]] }).count).toBe(100);
	stop();
});

test('what could not be told is told when the line is back', async () => {
	marks().follow(document.createElement('ol'));
	up = false;
	onScreen(2);
	await rested();
	up = true;
	await tellMarks('rui', line);
	expect(told).toEqual([]);
	await tellMarks('ilze', line);
	await tellMarks('ilze', line);
	expect(told).toEqual([upTo(2)]);
});

test('a page that nobody looks at reads nothing', async () => {
	const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
	marks().follow(document.createElement('ol'));
	onScreen(2);
	await rested();
	expect(told).toEqual([]);
	visibility.mockReturnValue('visible');
	document.dispatchEvent(new Event('visibilitychange'));
	onScreen(2);
	await rested();
	expect(told).toEqual([upTo(2)]);
});

test('an answer seen high on the page says nothing about what stands below', async () => {
	posts = [written(1), written(2), written(3), written(4, 1)];
	const read = marks();
	const stop = read.follow(document.createElement('ol'));
	onScreen(1, 4);
	expect(read.below.map(({ seq }) => seq)).toEqual([2, 3]);
	await rested();
	expect(told).toEqual([upTo(1)]);
	onScreen(2);
	await rested();
	expect(told.at(-1)).toEqual(upTo(2));
	onScreen(3);
	await rested();
	expect(told.at(-1)).toEqual(upTo(4));
	stop();
});

test('what stands before the place one came to was jumped over', async () => {
	posts = [written(1), written(2), written(3), written(4, 1)];
	const stop = marks().follow(document.createElement('ol'));
	onScreen(3);
	await rested();
	expect(told).toEqual([upTo(4)]);
	stop();
});

test('an answer that came meanwhile was not jumped over: it is read when it has been on screen', async () => {
	posts = [written(1), written(2), written(3), written(4, 1), written(5)];
	loaded = 3;
	const read = marks();
	const stop = read.follow(document.createElement('ol'));
	onScreen(3, 5);
	await rested();
	expect(told).toEqual([upTo(3)]);
	expect(read.arrived.map(({ seq }) => seq)).toEqual([4]);
	onScreen(4);
	await rested();
	expect(told.at(-1)).toEqual(upTo(5));
	expect(read.arrived).toEqual([]);
	stop();
});

test('neither was one in a discussion before the window; what was told when the page was opened is passed', async () => {
	posts = [written(11), written(12), written(15)];
	elsewhere = [7, 13].map((seq) => ({ id: `post-${seq}`, seq, root: 2, author: elio }));
	loaded = 12;
	const stop = marks().follow(document.createElement('ol'));
	onScreen(11, 12, 15);
	await rested();
	expect(told).toEqual([upTo(12)]);
	stop();
});
