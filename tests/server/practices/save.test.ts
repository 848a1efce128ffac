import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { draftStream } from '#lib/model/practices/practice.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { savePractice } from '#lib/server/practices/save.ts';
import { expect, leaveDraft, little, once, test } from '../../support/practices.ts';

test('a save that changes nothing records nothing, and is answered with what stands', async ({ services, ground }) => {
	const { ines, rui } = ground;
	const id = await leaveDraft(services, ground);
	const cost = { from: '5', to: null, currency: 'EUR' };
	await savePractice(services, ines, { ...once(), id, base: 1, values: { cost } });
	const before = await eventsSince(services.sql, draftStream(id), 0, 50);
	const same = [little(), { cost: { currency: 'EUR', to: null, from: '5' } }, { lessons: null, tags: [] }, {}];
	for (const values of same)
		for (const base of [1, 2]) {
			const saved = await savePractice(services, rui, { ...once(), id, base, values });
			expect(saved).toEqual({ id, n: 2, seq: before.length, clashes: [] });
		}
	expect(await eventsSince(services.sql, draftStream(id), 0, 50)).toEqual(before);
	expect(await services.sql`select n from practice_revisions where practice_id = ${id}`).toHaveLength(2);

	const saved = await savePractice(services, rui, { ...once(), id, base: 2, values: { lessons: fromMarkdown('Rain.') } });
	expect(saved).toMatchObject({ n: 3, seq: before.length + 1 });
});
