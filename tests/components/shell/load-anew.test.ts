import { expect, test, vi } from 'vitest';
import { loadAnew } from '#lib/components/shell/load-anew.ts';

const way = vi.hoisted(() => ({ complete: null as Promise<void> | null }));
vi.mock('$app/state', () => ({ navigating: way }));
vi.mock('$app/navigation', () => ({ invalidateAll: vi.fn() }));

test('who stays has the page loaded, and so has who turns round on the way; who arrives elsewhere does not', async () => {
	const load = vi.fn(async () => {});
	way.complete = null;
	expect(await loadAnew(load)).toBe(true);
	expect(load).toHaveBeenCalledTimes(1);

	const { promise, resolve } = Promise.withResolvers<void>();
	way.complete = promise;
	const told = loadAnew(load);
	await Promise.resolve();
	expect(load).toHaveBeenCalledTimes(1);
	resolve();
	expect(await told).toBe(false);
	expect(load).toHaveBeenCalledTimes(1);

	way.complete = Promise.reject(new Error('navigation aborted'));
	expect(await loadAnew(load)).toBe(true);
	expect(load).toHaveBeenCalledTimes(2);
});
