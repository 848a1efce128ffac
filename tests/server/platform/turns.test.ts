import { expect, test, vi } from 'vitest';
import { TooMany } from '#lib/server/platform/errors.ts';
import { turns } from '#lib/server/platform/turns.ts';

const setUp = (atATime: number, waiting: number) => {
	const full = vi.fn();
	const lines = new Map();
	return { full, lines, turn: turns({ atATime, waiting, lines, full }) };
};

test('so many run at a time of one name, in the order of asking; other names do not wait', async () => {
	const { turn, lines } = setUp(2, 10);
	let [running, most] = [0, 0];
	const order: number[] = [];
	const work = (n: number) => async () => {
		most = Math.max(most, ++running);
		await new Promise(setImmediate);
		running -= 1;
		order.push(n);
	};
	await Promise.all([0, 1, 2, 3, 4].map((n) => turn('ilze', work(n))));
	expect([most, order]).toEqual([2, [0, 1, 2, 3, 4]]);
	const never = new Promise<void>(() => {});
	void turn('ilze', () => never);
	void turn('ilze', () => never);
	expect(await turn('marek', async () => 'at once')).toBe('at once');
	expect([...lines.keys()]).toEqual(['ilze']);
});

test('a failure passes the turn on, and a full line refuses', async () => {
	const { turn, full } = setUp(1, 1);
	const { promise: held, reject } = Promise.withResolvers<void>();
	const first = turn('ilze', () => held);
	const second = turn('ilze', async () => 'second');
	await expect(turn('ilze', async () => 'third')).rejects.toThrow(TooMany);
	expect(full).toHaveBeenCalledOnce();
	reject(new Error('broken'));
	await expect(first).rejects.toThrow('broken');
	expect(await second).toBe('second');
});

test('what nobody waits for any more is not begun, and does not hold up the next', async () => {
	const { turn, lines } = setUp(1, 5);
	const { promise: held, resolve } = Promise.withResolvers<void>();
	const first = turn('ilze', () => held);
	const gone = new AbortController();
	const work = vi.fn(async () => {});
	const second = turn('ilze', work, gone.signal);
	const third = turn('ilze', async () => 'third');
	gone.abort();
	resolve();
	await first;
	await expect(second).rejects.toThrow();
	expect(await third).toBe('third');
	expect(work).not.toHaveBeenCalled();
	expect(lines.size).toBe(0);
});
