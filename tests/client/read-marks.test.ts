import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReadMarks } from '#lib/client/read-marks.svelte.ts';
import type { ReadingLine } from '#lib/client/tell-marks.ts';
import { tellMarks } from '#lib/client/tell-marks.ts';
import { newPost } from '#lib/model/threads/posts.ts';
import type { Elsewhere, Folded } from '#lib/model/threads/thread.ts';
import { saying } from '../support/saying.ts';

const elio = { id: 'elio', name: 'Elio', city: null, role: 'expert' as const, expertKind: 'lead' as const };
const written = (seq: number, root: number | null = null) =>
	newPost(seq, { id: `post-${seq}`, root, author: elio, at: '2017-03-30T11:40:00.000Z', lang: 'en', doc: saying(`${seq}`) });
const nine = Array.from({ length: 9 }, (_, n) => written(n + 1));
let posts = nine;
let elsewhere: Elsewhere[] = [];
let untold: number | undefined;
let folded: Folded[] | undefined;
/** What the page was loaded with. */
let loaded = 9;
const marks = () =>
	new ReadMarks('meeting:1', 0, line, () => ({
		thread: { posts, later: false, elsewhere, ...(untold !== undefined && { untold }), ...(folded && { folded }) },
		reader: 'ilze',
		loaded
	}));

let onScreen: (...seqs: number[]) => void;
const told: unknown[] = [];
let up = true;
const line: ReadingLine = {
	async command(_name, { read }) {
		if (!up) throw new Error('no connection');
		told.push(read);
		return { ok: null };
	}
};

beforeEach(() => {
	vi.useFakeTimers();
	told.length = 0;
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

const rested = () => vi.advanceTimersByTimeAsync(1000);
const upTo = (seq: number) => [{ stream: 'meeting:1', seq }];

test('answers before the window that could not be told are not jumped over', async () => {
	untold = 7;
	const stop = marks().follow(document.createElement('ol'));
	onScreen(9);
	await rested();
	expect(told).toEqual([upTo(6)]);
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
	stop();
});

test('the last post that was on screen is told once, after a rest', async () => {
	const stop = marks().follow(document.createElement('ol'));
	onScreen(3, 4);
	onScreen(9);
	onScreen(5);
	expect(told).toEqual([]);
	await rested();
	expect(told).toEqual([upTo(9)]);
	onScreen(7);
	await rested();
	expect(told).toEqual([upTo(9)]);
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
