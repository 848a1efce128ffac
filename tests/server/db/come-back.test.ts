import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { comingBack } from '#lib/server/db/embedded/come-back.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

test('what died is started again at once, and what fails is tried again', async () => {
	const start = vi
		.fn(async () => {})
		.mockRejectedValueOnce(new Error('no room'))
		.mockRejectedValueOnce(new Error('no room'));
	const lines: string[] = [];
	await comingBack(start, (line) => lines.push(line), new AbortController().signal)();
	expect(start).toHaveBeenCalledTimes(3);
	expect(lines).toEqual(['The embedded PostgreSQL is gone; starting it again', 'no room', 'no room', 'The embedded PostgreSQL is back']);
});

test('short lives make the pauses longer, a long one makes up for them', async () => {
	const comeBack = comingBack(
		async () => {},
		() => {},
		new AbortController().signal
	);
	const took = async () => {
		const began = performance.now();
		await comeBack();
		return performance.now() - began;
	};
	await comeBack();
	expect(await took()).toBeGreaterThan(240);
	expect(await took()).toBeGreaterThan(490);
	vi.setSystemTime(Date.now() + 61_000);
	expect(await took(), 'instead of a whole second').toBeLessThan(900);
});

test('stopping ends the trying', async () => {
	const stop = new AbortController();
	const start = vi.fn(async () => {
		stop.abort();
		throw new Error('stopped in between');
	});
	await comingBack(start, () => {}, stop.signal)();
	expect(start).toHaveBeenCalledOnce();
});
