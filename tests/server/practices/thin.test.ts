import { savePractice } from '#lib/server/practices/save.ts';
import { submitPractice } from '#lib/server/practices/rounds.ts';
import { thinRevisions } from '#lib/server/practices/thin.ts';
import { expect, leaveDraft, once, test } from '../../support/practices.ts';

const minute = 60_000;

test('after a month the ends of sessions stay, and what was submitted; a save that began at a thinned one still merges', async ({
	services,
	ground
}) => {
	const { ines, rui } = ground;
	const id = await leaveDraft(services, ground);
	const start = services.clock.now().getTime();
	let n = 1;
	const save = async (at: number, person = ines) => {
		services.clock.set(new Date(start + at).toISOString());
		const values = { place: `Square ${n}` };
		({ n } = await savePractice(services, person, { ...once(), id, base: n, values }));
	};
	for (const at of [1, 2, 3, 60, 61]) await save(at * minute);
	await submitPractice(services, ines, { ...once(), id, n });
	for (const at of [62, 63]) await save(at * minute);
	await save(64 * minute, rui);
	await save(65 * minute, rui);
	const kept = async () =>
		(await services.sql<{ n: number }[]>`select n from practice_revisions where practice_id = ${id} order by n`).map((row) => row.n);
	expect(await kept()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
	expect(await thinRevisions(services)).toBe(0);
	services.clock.set(new Date(start + 32 * 86_400_000).toISOString());
	// Kept: the first, the end of each session (4, 8, 10), and what was submitted (6).
	expect(await thinRevisions(services)).toBe(5);
	expect(await kept()).toEqual([1, 4, 6, 8, 10]);
	expect(await thinRevisions(services)).toBe(0);
	const saved = await savePractice(services, ines, { ...once(), id, base: 7, values: { funding: 'The city' } });
	expect(saved).toMatchObject({ n: 11, clashes: [] });
});
