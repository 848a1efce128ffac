import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReadPages } from '#lib/client/kept-pages/keep-what-is-read.ts';

let asked: { keep: string; since: number }[];
let pages: ReadPages;

beforeEach(() => {
	vi.useFakeTimers({ now: performance.timeOrigin });
	asked = [];
	const ready = Promise.resolve({ active: { postMessage: (one: (typeof asked)[number]) => asked.push(one) } });
	Object.defineProperty(navigator, 'serviceWorker', { value: { ready }, configurable: true });
	history.replaceState(null, '', '/meetings/a');
	pages = new ReadPages();
});
afterEach(() => {
	vi.useRealTimers();
	Reflect.deleteProperty(navigator, 'serviceWorker');
	history.replaceState(null, '', '/');
});

const paths = () => asked.map(({ keep }) => keep);

test('of a page that was loaded as a whole the worker is told at once what it needs, and once more when it has been looked at', async () => {
	pages.shown(false);
	await vi.advanceTimersByTimeAsync(0);
	expect(asked).toMatchObject([{ keep: '/meetings/a', since: performance.timeOrigin }]);
	await vi.advanceTimersByTimeAsync(3000);
	expect(asked).toHaveLength(2);
});

test('a page come to by a link is kept after it has been looked at for a moment', async () => {
	for (const path of ['/inbox', '/meetings/b']) {
		history.replaceState(null, '', path);
		pages.shown(true);
		await vi.advanceTimersByTimeAsync(2000);
	}
	expect(asked).toEqual([]);
	await vi.advanceTimersByTimeAsync(1100);
	expect(paths()).toEqual(['/meetings/b']);
});

test('a page to which something has come is kept as it was when it is left', async () => {
	pages.shown(true);
	await vi.advanceTimersByTimeAsync(4000);
	pages.changed();
	history.replaceState(null, '', '/inbox');
	pages.shown(true);
	await vi.advanceTimersByTimeAsync(0);
	expect(paths()).toEqual(['/meetings/a', '/meetings/a']);
	expect(asked[1]!.since - asked[0]!.since).toBeCloseTo(4000, -1);
	await vi.advanceTimersByTimeAsync(3000);
	history.replaceState(null, '', '/meetings/a');
	pages.shown(true);
	await vi.advanceTimersByTimeAsync(0);
	expect(paths(), 'nothing has come to the other').toEqual(['/meetings/a', '/meetings/a', '/inbox']);
});

test('what came before this was there counts too', async () => {
	await vi.advanceTimersByTimeAsync(5000);
	pages.shown(false);
	pages.changed(performance.timeOrigin + 1200);
	await vi.advanceTimersByTimeAsync(3000);
	expect(asked.map(({ since }) => since)).toEqual([performance.timeOrigin, performance.timeOrigin + 1200]);
});
