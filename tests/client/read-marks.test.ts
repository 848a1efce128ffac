import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReadMarks, type ReadingLine } from '#lib/client/read-marks.svelte.ts';

let onScreen: (...seqs: number[]) => void;
const told: unknown[] = [];
let up = true;
let reconnect = () => {};
const line: ReadingLine = {
	async command(_name, { read }) {
		if (!up) throw new Error('no connection');
		told.push(read);
		return { ok: null };
	},
	whenever(work) {
		reconnect = work;
		return () => {};
	}
};

beforeEach(() => {
	vi.useFakeTimers();
	told.length = 0;
	up = true;
	vi.stubGlobal(
		'IntersectionObserver',
		class {
			constructor(report: (entries: object[]) => void) {
				onScreen = (...seqs) =>
					report(seqs.map((seq) => ({ isIntersecting: true, target: { id: `p-${seq}` } })));
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

test('the last post that was on screen is told once, after a rest', async () => {
	const stop = new ReadMarks('meeting:1', 0, line).follow(document.createElement('ol'));
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
	new ReadMarks('meeting:1', 0, line).follow(document.createElement('ol'));
	up = false;
	onScreen(2);
	await rested();
	up = true;
	reconnect();
	await rested();
	expect(told).toEqual([upTo(2)]);
});

test('a page that nobody looks at reads nothing', async () => {
	const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
	new ReadMarks('meeting:1', 0, line).follow(document.createElement('ol'));
	onScreen(2);
	await rested();
	expect(told).toEqual([]);
	visibility.mockReturnValue('visible');
	document.dispatchEvent(new Event('visibilitychange'));
	onScreen(2);
	await rested();
	expect(told).toEqual([upTo(2)]);
});
