import { fetchMarking } from '#lib/client/threads/read-marks.svelte.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { elio, nine, ReadingPage, upTo, written } from '../../support/reading-page.ts';

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

test('answers before the window that could not be told are not jumped over', async () => {
	// The seventh answers something far up, and is the first that the page does not tell of.
	page.posts = nine.filter(({ seq }) => seq !== 7);
	page.untold = 7;
	const read = page.marks();
	const stop = read.follow(document.createElement('ol'));
	page.onScreen(9);
	await page.rested();
	expect(page.told).toEqual([upTo(6)]);
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
	page.folded = [{ root: 1, unread: [3, 4] }];
	const read = page.marks();
	const stop = read.follow(document.createElement('ol'));
	page.onScreen(9);
	await page.rested();
	expect(page.told).toEqual([upTo(2)]);
	page.onScreen(3);
	await page.rested();
	expect([page.told.at(-1), read.folded]).toEqual([upTo(3), [4]]);
	page.onScreen(4);
	await page.rested();
	expect([page.told.at(-1), read.folded]).toEqual([upTo(9), []]);
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

test('what stands before the window, or was folded away where the newest was wanted, was jumped over', () => {
	page.posts = [{ ...written(11), replies: 3 }, written(16, 11), written(17)];
	page.loaded = 20;
	const read = page.marks();
	const stop = read.follow(document.createElement('ol'));
	page.onScreen(11, 16, 17);
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

test('an answer that came meanwhile was not jumped over: it is read when it has been on screen', async () => {
	page.posts = [written(1), written(2), written(3), written(4, 1), written(5)];
	page.loaded = 3;
	const read = page.marks();
	const stop = read.follow(document.createElement('ol'));
	page.onScreen(3, 5);
	await page.rested();
	expect(page.told).toEqual([upTo(3)]);
	expect(read.arrived.map(({ seq }) => seq)).toEqual([4]);
	page.onScreen(4);
	await page.rested();
	expect(page.told.at(-1)).toEqual(upTo(5));
	expect(read.arrived).toEqual([]);
	stop();
});

test('neither was one in a discussion before the window; what was told when the page was opened is passed', async () => {
	page.posts = [written(11), written(12), written(15)];
	page.elsewhere = [7, 13].map((seq) => ({ id: `post-${seq}`, seq, root: 2, author: elio }));
	page.loaded = 12;
	const stop = page.marks().follow(document.createElement('ol'));
	page.onScreen(11, 12, 15);
	await page.rested();
	expect(page.told).toEqual([upTo(12)]);
	stop();
});
