import { expect, test, vi } from 'vitest';
import { batched, type BatchOptions } from '#lib/server/platform/batch.ts';

/** Questions that are answered when the test says so. */
function slow(ways: BatchOptions<string, string> = {}) {
	const asked: { items: string[]; answer: PromiseWithResolvers<string[]> }[] = [];
	const ask = batched((items: string[]) => {
		const answer = Promise.withResolvers<string[]>();
		asked.push({ items, answer });
		return answer.promise;
	}, ways);
	const open = () => asked.map(({ items }) => items.join(''));
	return { ask, asked, open };
}

test('the first is asked at once, those who come meanwhile together and afterwards', async () => {
	const { ask, asked, open } = slow();
	const first = ask('a');
	expect(open()).toEqual(['a']);
	const later = [ask('b'), ask('c'), ask('a')];
	expect(open()).toEqual(['a']);
	asked[0]?.answer.resolve(['old']);
	expect(await first).toBe('old');
	expect(open()).toEqual(['a', 'bca']);
	asked[1]?.answer.resolve(['B', 'C', 'new']);
	expect(await Promise.all(later)).toEqual(['B', 'C', 'new']);
	void ask('d');
	expect(open()).toEqual(['a', 'bca', 'd']);
});

test('a failure is told to those who asked, and to nobody after them', async () => {
	const { ask, asked } = slow();
	const first = ask('a');
	const next = ask('a');
	asked[0]?.answer.reject(new Error('down'));
	await expect(first).rejects.toThrow('down');
	asked[1]?.answer.resolve(['up']);
	expect(await next).toBe('up');
});

test('nobody fails for another, where that can be told', async () => {
	const ask = batched(
		(items: string[]) =>
			items.includes('bad') ? Promise.reject(new Error('bad')) : Promise.resolve(items.map((item) => item.toUpperCase())),
		{
			alone: () => true
		}
	);
	const outcomes = await Promise.allSettled(['a', 'b', 'bad', 'c'].map(ask));
	expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual(['A', 'B', 'failed', 'C']);
});

test('the next question is on its way before the last answers are told', async () => {
	const told: string[] = [];
	const { ask, asked, open } = slow({ heard: (values) => told.push(`${values.join('')} when ${open().length} were asked`) });
	const first = ask('a').then((value) => told.push(value));
	void ask('b');
	asked[0]?.answer.resolve(['A']);
	await first;
	expect(told).toEqual(['A when 2 were asked', 'A']);
});

test('what goes apart does not wait, and a crowd goes in portions', async () => {
	const { ask, asked, open } = slow({ apart: (item) => item[0] ?? '', most: 2 });
	const first = ask('a1');
	for (const item of ['b1', 'a2', 'a3', 'a4']) void ask(item);
	expect(open()).toEqual(['a1', 'b1']);
	asked[0]?.answer.resolve(['']);
	await first;
	expect(open()).toEqual(['a1', 'b1', 'a2a3']);
});

test('a question that is not answered in time holds up nobody else', async () => {
	const { ask, asked, open } = slow({ patience: 1 });
	const stuck = ask('a');
	const next = ask('b');
	await vi.waitFor(() => expect(open()).toEqual(['a', 'b']));
	asked[1]?.answer.resolve(['B']);
	expect(await next).toBe('B');
	asked[0]?.answer.resolve(['A']);
	expect(await stuck).toBe('A');
	expect(open()).toEqual(['a', 'b']);
});

test('after an answer to many more come together; after one, or when nobody was there, one is asked for at once', async () => {
	vi.useFakeTimers();
	try {
		const { ask, asked, open } = slow({ pause: 100 });
		void ask('a');
		void ask('b');
		asked[0]?.answer.resolve(['A']);
		await vi.advanceTimersByTimeAsync(0);
		expect(open()).toEqual(['a', 'b']);
		void ask('c');
		void ask('d');
		asked[1]?.answer.resolve(['B']);
		await vi.advanceTimersByTimeAsync(0);
		expect(open()).toEqual(['a', 'b', 'cd']);
		asked[2]?.answer.resolve(['C', 'D']);
		await vi.advanceTimersByTimeAsync(0);
		void ask('e');
		await vi.advanceTimersByTimeAsync(99);
		void ask('f');
		expect(open()).toEqual(['a', 'b', 'cd']);
		await vi.advanceTimersByTimeAsync(1);
		expect(open()).toEqual(['a', 'b', 'cd', 'ef']);
		asked[3]?.answer.resolve(['E', 'F']);
		await vi.advanceTimersByTimeAsync(100);
		void ask('g');
		expect(open()).toEqual(['a', 'b', 'cd', 'ef', 'g']);
	} finally {
		vi.useRealTimers();
	}
});
