import { expect, test } from 'vitest';
import { together } from '#lib/server/together.ts';

/** Questions that are answered when the test says so. */
function slow() {
	const asked: { keys: string[]; answer: PromiseWithResolvers<Map<string, string>> }[] = [];
	const ask = together((keys: string[]) => {
		const answer = Promise.withResolvers<Map<string, string>>();
		asked.push({ keys, answer });
		return answer.promise;
	});
	return { ask, asked };
}

test('the first is asked at once, those who come meanwhile together and afterwards', async () => {
	const { ask, asked } = slow();
	const first = ask('a');
	expect(asked.map(({ keys }) => keys)).toEqual([['a']]);
	const later = [ask('b'), ask('c'), ask('b'), ask('a')];
	expect(asked).toHaveLength(1);
	asked[0]?.answer.resolve(new Map([['a', 'old'], ['b', 'not asked for']]));
	expect(await first).toBe('old');
	expect(asked.map(({ keys }) => keys)).toEqual([['a'], ['b', 'c', 'a']]);
	asked[1]?.answer.resolve(new Map([['a', 'new'], ['b', 'B']]));
	expect(await Promise.all(later)).toEqual(['B', undefined, 'B', 'new']);
});

test('a failure is told to those who asked, and to nobody after them', async () => {
	const { ask, asked } = slow();
	const first = ask('a');
	const next = ask('a');
	asked[0]?.answer.reject(new Error('down'));
	await expect(first).rejects.toThrow('down');
	asked[1]?.answer.resolve(new Map([['a', 'up']]));
	expect(await next).toBe('up');
});
