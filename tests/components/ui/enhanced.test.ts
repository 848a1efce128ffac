import type { ActionResult } from '@sveltejs/kit';
import { expect, test, vi } from 'vitest';
import { underWay } from '#lib/client/under-way.svelte.ts';
import { enhanced } from '#lib/components/ui/enhanced.ts';

/** What happens to a form that gets this answer. */
async function answeredBy(result: ActionResult) {
	const [answered, update] = [vi.fn(), vi.fn(async () => {})];
	const answer = await enhanced(answered)({} as Parameters<ReturnType<typeof enhanced>>[0]);
	const waited = underWay.count;
	await answer?.({ result, update } as unknown as Parameters<typeof answer>[0]);
	return { answered: answered.mock.calls.length, updated: update.mock.calls.length, waited };
}

test('a form waits until it is answered, and without an answer stays as it is and says so', async () => {
	const lost = { type: 'error', error: new TypeError('Failed to fetch') } as ActionResult;
	expect(await answeredBy(lost)).toEqual({ answered: 0, updated: 0, waited: 1 });
	expect(underWay).toEqual({ count: 0, failed: true });
	expect(await answeredBy({ type: 'success', status: 200 })).toEqual({ answered: 1, updated: 1, waited: 1 });
	expect(underWay).toEqual({ count: 0, failed: false });
});

test('an answer that is an error is shown as one', async () => {
	const broken: ActionResult = { type: 'error', status: 500, error: { message: 'failed' } };
	expect(await answeredBy(broken)).toMatchObject({ answered: 1, updated: 1 });
	expect(underWay.failed).toBe(false);
});
