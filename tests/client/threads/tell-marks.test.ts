import { fetchMarking } from '#lib/client/threads/read-marks.svelte.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { longEnough } from '#lib/client/threads/on-screen.ts';
import { asNoted } from '#lib/client/threads/note-unread.ts';
import { keptMarks } from '#lib/client/threads/kept-marks.ts';
import { tellMarks } from '#lib/client/threads/tell-marks.ts';
import type { UnreadCounts } from '#lib/model/protocol.ts';
import { ReadingPage, upTo } from '../../support/reading-page.ts';

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

test('only what was not told yet is told', async () => {
	const all: unknown[] = [];
	const command = vi.spyOn(page.line, 'command').mockImplementation(async (_name, { read }) => {
		all.push(read);
		return { ok: null };
	});
	const stop = page.marks().follow(document.createElement('ol'));
	page.onScreen(4);
	await page.rested();
	page.onScreen(3, 5);
	await page.rested();
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
		page.told.length = 0;
		random.mockReturnValue(share);
		const stop = page.marks().follow(document.createElement('ol'));
		page.onScreen(2);
		await vi.advanceTimersByTimeAsync(at - 1 - longEnough);
		page.onScreen(3);
		expect(page.told).toEqual([]);
		await vi.advanceTimersByTimeAsync(1);
		expect(page.told).toEqual([upTo(3)]);
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
		() => void dispatchEvent(new Event('beforeunload')),
		() => void dispatchEvent(new Event('pagehide')),
		(stop: () => void) => stop()
	]) {
		page.told.length = 0;
		const stop = page.marks().follow(document.createElement('ol'));
		page.onScreen(2);
		leave(stop);
		// In the very moment: of a page that goes nothing else is heard.
		expect(page.told).toEqual([upTo(2)]);
		await page.rested();
		expect(page.told).toHaveLength(1);
		stop();
	}
});

test('what is left unread is noted for the next page until the server knows of it, and for nobody else', async () => {
	const counts = { 'meeting:1': [6, 9], 'meeting:2': [3, 4] } satisfies UnreadCounts;
	const stop = page.marks().follow(document.createElement('ol'));
	page.up = false;
	page.left = [4, 9];
	page.onScreen(2);
	expect(asNoted(counts, 'ilze')).toEqual({ ...counts, 'meeting:1': [4, 9] });
	expect(asNoted({ 'meeting:1': [7, 10] }, 'ilze'), 'one more was written').toEqual({ 'meeting:1': [5, 10] });
	expect(asNoted({ 'meeting:1': [4, 9] }, 'ilze'), 'the server was told after all').toEqual({ 'meeting:1': [4, 9] });
	expect(asNoted({}, 'ilze')['meeting:1']?.[0] ?? 0).toBe(0);
	expect(asNoted(counts, 'rui')).toEqual(counts);
	await page.rested();
	expect(asNoted(counts, 'ilze')).toEqual({ ...counts, 'meeting:1': [4, 9] });
	page.up = true;
	await tellMarks('ilze', page.line);
	expect(asNoted(counts, 'ilze')).toEqual(counts);
	stop();
});

test('what could not be told is told when the line is back', async () => {
	page.marks().follow(document.createElement('ol'));
	page.up = false;
	page.onScreen(2);
	await page.rested();
	page.up = true;
	await tellMarks('rui', page.line);
	expect(page.told).toEqual([]);
	await tellMarks('ilze', page.line);
	await tellMarks('ilze', page.line);
	expect(page.told).toEqual([upTo(2)]);
});

test('a page that tells what another has kept counts anew, one that tells of its own thread knows', async () => {
	const stop = page.marks().follow(document.createElement('ol'));
	page.onScreen(2);
	await page.rested();
	expect(page.told).toEqual([upTo(2)]);
	expect(page.recounts).toBe(0);
	await keptMarks.raise({ personId: 'ilze', stream: 'meeting:2', read: [[1, 1]], jumped: [] });
	page.onScreen(3);
	await page.rested();
	expect(page.told).toHaveLength(3);
	expect(page.recounts).toBe(1);
	stop();
});

test('a page that nobody looks at reads nothing', async () => {
	const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
	page.marks().follow(document.createElement('ol'));
	page.onScreen(2);
	await page.rested();
	expect(page.told).toEqual([]);
	visibility.mockReturnValue('visible');
	document.dispatchEvent(new Event('visibilitychange'));
	page.onScreen(2);
	await page.rested();
	expect(page.told).toEqual([upTo(2)]);
});
