import { fetchMarking } from '#lib/client/threads/read-marks.svelte.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { JumpedOver } from '#lib/model/threads/jumped-over.ts';
import { elio, ReadingPage, upTo, written } from '../../support/reading-page.ts';

let page: ReadingPage;
beforeEach(async () => {
	await fetchMarking();
	vi.useFakeTimers();
	page = new ReadingPage();
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

test('what was on screen is read, what one jumped over is not; it is told once, after a rest', async () => {
	const read = page.marks();
	const stop = read.follow(document.createElement('ol'));
	page.onScreen(3, 4);
	page.onScreen(9);
	page.onScreen(5);
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
	expect(page.told).toEqual([]);
	await page.rested();
	expect(page.told).toEqual([upTo(9)]);
	page.onScreen(9, 4);
	await page.rested();
	expect(page.told).toEqual([upTo(9)]);
	stop();
});

test('what was jumped over and then stood on screen is read', async () => {
	const read = page.marks();
	const stop = read.follow(document.createElement('ol'));
	page.onScreen(9);
	await page.rested();
	page.onScreen(7);
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
	await page.rested();
	expect(page.told).toHaveLength(2);
	stop();
});

test('what was done with before is neither new nor told again', async () => {
	const read = page.marks({
		read: [
			[1, 3],
			[6, 6]
		],
		jumped: [[4, 4]]
	});
	expect(read.below.map(({ seq }) => seq)).toEqual([5, 7, 8, 9]);
	const stop = read.follow(document.createElement('ol'));
	page.onScreen(1, 2, 3);
	await page.rested();
	expect(page.told).toEqual([]);
	page.onScreen(5, 7);
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
	await page.rested();
	page.onScreen(8);
	await page.rested();
	expect(page.told).toHaveLength(1);
	stop();
});

test('one’s own messages, what was taken away and what is no message leave no holes', async () => {
	const [mine, gone] = [
		{ ...written(3), author: { ...elio, id: 'ilze' } },
		{ ...written(5), deletedAt: '2017-03-30T12:00:00.000Z', doc: null }
	];
	page.posts = [written(1), mine, gone, written(8)];
	page.loaded = 8;
	const read = page.marks();
	const stop = read.follow(document.createElement('ol'));
	page.onScreen(1, 8);
	expect(read.state).toEqual({ read: [[1, 8]], jumped: [] });
	stop();
});

test('of too many holes the oldest are given up', () => {
	page.posts = Array.from({ length: 141 }, (_, n) => written(n + 1));
	page.folded = [{ root: 1, unread: page.posts.filter(({ seq }) => seq % 2 === 0).map(({ seq }) => seq) }];
	page.loaded = 141;
	const read = page.marks();
	const stop = read.follow(document.createElement('ol'));
	page.onScreen(...page.posts.filter(({ seq }) => seq % 2 === 1).map(({ seq }) => seq));
	expect(read.state.jumped).toEqual([2, 4, 6, 8, 10, 12].map((seq) => [seq, seq]));
	expect(read.folded).toHaveLength(64);
	stop();
});

test('how much was jumped over goes along with what is read and passed over here', () => {
	const atLoad: JumpedOver = { count: 5, first: { seq: 2, root: null }, within: [[2, 6]], since: null };
	const read = page.marks({ read: [[1, 1]], jumped: [[2, 6]] });
	const stop = read.follow(document.createElement('ol'));
	expect(read.jumpedOver(atLoad)).toMatchObject({ count: 5, first: { seq: 2 } });
	page.onScreen(2, 3);
	expect(read.jumpedOver(atLoad)).toMatchObject({ count: 3, first: { seq: 4 } });
	page.onScreen(9);
	expect(read.jumpedOver(atLoad)).toMatchObject({ count: 5, first: { seq: 4 } });
	page.onScreen(4, 5, 6, 7, 8);
	expect(read.jumpedOver(atLoad)).toMatchObject({ count: 0, first: null });
	expect(read.jumpedOver({ ...atLoad, count: 100, within: [[1, 200]] }).count).toBe(100);
	stop();
});

test('what was written before one came in is not jumped over, and reading it leaves the number as it is', () => {
	page.posts = [1, 2, 3, 4, 5].map((seq) => (seq < 4 ? { ...written(seq), at: '2017-03-01T08:00:00.000Z' } : written(seq)));
	const atLoad: JumpedOver = { count: 2, first: { seq: 4, root: null }, within: [[1, 5]], since: '2017-03-30T11:40:00.000Z' };
	const read = page.marks({ read: [], jumped: [[1, 5]] });
	const stop = read.follow(document.createElement('ol'));
	page.onScreen(2, 3);
	expect(read.jumpedOver(atLoad)).toMatchObject({ count: 2, first: { seq: 4 } });
	page.onScreen(4);
	expect(read.jumpedOver(atLoad)).toMatchObject({ count: 1, first: { seq: 5 } });
	stop();
});

test('an answer seen high on the page says nothing about what stands below', async () => {
	page.posts = [written(1), written(2), written(3), written(4, 1)];
	const read = page.marks();
	const stop = read.follow(document.createElement('ol'));
	page.onScreen(1, 4);
	expect(read.below.map(({ seq }) => seq)).toEqual([2, 3]);
	await page.rested();
	expect(page.told).toEqual([upTo(1)]);
	page.onScreen(2);
	await page.rested();
	expect(page.told.at(-1)).toEqual(upTo(2));
	page.onScreen(3);
	await page.rested();
	expect(page.told.at(-1)).toEqual(upTo(4));
	stop();
});

test('what stands before the place one came to was jumped over', async () => {
	page.posts = [written(1), written(2), written(3), written(4, 1)];
	const stop = page.marks().follow(document.createElement('ol'));
	page.onScreen(3);
	await page.rested();
	expect(page.told).toEqual([upTo(4)]);
	stop();
});

test('what flies past is not read, and what a jump of the reader’s own passed over is jumped over', () => {
	const read = page.marks();
	const stop = read.follow(document.createElement('ol'));
	page.onScreen(1, 2);
	page.outOfSight(1, 2);
	page.inSight(4, 5, 6);
	vi.advanceTimersByTime(300);
	page.outOfSight(4, 5, 6);
	page.onScreen(8, 9);
	expect(read.state).toEqual({
		read: [
			[1, 2],
			[8, 9]
		],
		jumped: [[3, 7]]
	});
	stop();
});

test('what an edge is seen of is not read; of a post higher than the screen half a screen is enough', () => {
	const read = page.marks();
	const stop = read.follow(document.createElement('ol'));
	const high = (seq: number, height: number) => ({
		isIntersecting: true,
		intersectionRatio: 0.2,
		intersectionRect: { height },
		rootBounds: { height: 800 },
		target: { id: `p-${seq}` }
	});
	page.report([high(1, 100), high(2, 400)]);
	vi.advanceTimersByTime(5000);
	expect(read.state).toEqual({ read: [[2, 2]], jumped: [[1, 1]] });
	stop();
});

test('what a scroll brings that the browser makes while somebody writes is not read until they turn to the page again', () => {
	const read = page.marks();
	const list = document.createElement('ol');
	const field = document.body.appendChild(document.createElement('textarea'));
	const stop = read.follow(list);
	page.onScreen(1);
	field.dispatchEvent(new Event('keydown', { bubbles: true }));
	dispatchEvent(new Event('scroll'));
	page.onScreen(5, 6);
	vi.advanceTimersByTime(60_000);
	expect(read.state).toEqual({ read: [[1, 1]], jumped: [] });
	field.dispatchEvent(new Event('keydown', { bubbles: true }));
	page.onScreen(7);
	expect(read.state, 'what comes by itself is read').toMatchObject({
		read: [
			[1, 1],
			[7, 7]
		]
	});
	document.body.dispatchEvent(new Event('wheel', { bubbles: true }));
	vi.advanceTimersByTime(1000);
	expect(read.state.read).toEqual([
		[1, 1],
		[5, 7]
	]);
	field.remove();
	stop();
});
