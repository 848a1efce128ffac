import { expect, test } from 'vitest';
import { sharedPer } from '#lib/server/platform/memo.ts';
import { ttlCache } from '#lib/server/platform/ttl-cache.ts';

test('what one of the two module graphs of a process forgets, the other does not go on believing', async () => {
	// The same file once more, as the built pages hold it.
	const pages = (await import('../../../src/lib/server/platform/memo.ts?pages' as string)) as { sharedPer: typeof sharedPer };
	expect(pages.sharedPer).not.toBe(sharedPer);
	const make = () => ttlCache<string>(60_000);
	const [here, there] = [sharedPer('a test', make), pages.sharedPer('a test', make)];
	const owner = {};
	expect(await here(owner)('key', async () => 'before')).toBe('before');
	expect(await there(owner)('key', async () => 'after')).toBe('before');
	here(owner).forget('key');
	expect(await there(owner)('key', async () => 'after')).toBe('after');
	expect(await here({})('key', async () => 'of another')).toBe('of another');
});
