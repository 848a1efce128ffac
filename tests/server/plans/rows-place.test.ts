import { eq } from 'drizzle-orm';
import { addRow, moveRow, retireRow, returnRow } from '#lib/server/plans/rows/place.ts';
import { saveRow } from '#lib/server/plans/rows/save.ts';
import { loadRows, rowsOfSections } from '#lib/server/plans/rows/load.ts';
import { markSectionRead } from '#lib/server/plans/sections/read-marks.ts';
import { openPlan } from '#lib/server/plans/read.ts';
import { planRows } from '#lib/server/db/schema/plan-rows.ts';
import { addressOfPlan } from '../../support/plans.ts';
import { Forbidden, NotFound } from '#lib/server/platform/errors.ts';
import { beginDraft, expect, leaveRow, once, saidIn, test } from './rows-ground.ts';

test('a row is added behind another one, moved, taken out and brought back to its place', async ({ services, rows }) => {
	const { ines, sections } = rows;
	const titles = async () => (await rowsOfSections(services.db, [sections.risks])).map(({ values }) => values.title);
	const rain = await leaveRow(services, rows, 'risk', { title: 'Rain' });
	const wind = await leaveRow(services, rows, 'risk', { title: 'Wind' }, rain);
	await leaveRow(services, rows, 'risk', { title: 'Frost' }, rain);
	expect(await titles()).toEqual(['Rain', 'Frost', 'Wind']);
	await moveRow(services, ines, { ...once(), id: wind, after: null });
	expect(await titles()).toEqual(['Wind', 'Rain', 'Frost']);
	await retireRow(services, ines, { ...once(), id: rain });
	expect(await titles()).toEqual(['Wind', 'Frost']);
	await expect(retireRow(services, ines, { ...once(), id: rain })).rejects.toThrow('row_retired');
	await returnRow(services, ines, { ...once(), id: rain });
	expect(await titles()).toEqual(['Wind', 'Rain', 'Frost']);
	await expect(returnRow(services, ines, { ...once(), id: rain })).rejects.toThrow('row_there');
	await expect(moveRow(services, ines, { ...once(), id: rain, after: sections.risks })).rejects.toThrow(NotFound);
});

test('what was only taken out and brought back says nothing new: the row keeps its day, and no reader is called back', async ({
	services,
	rows
}) => {
	const { ines, rui, plan, sections } = rows;
	const rain = await leaveRow(services, rows, 'risk', { title: 'Rain' });
	await markSectionRead(services, rui, { id: sections.risks, n: 1, rowsAt: services.clock.now().toISOString() });
	const address = await addressOfPlan(services, plan);
	const shown = async () => {
		const { plan: head, outline } = await openPlan(services.db, rui, address, {
			locale: 'en',
			now: services.clock.now(),
			section: null
		});
		const [row] = await loadRows(services.db, eq(planRows.id, rain));
		return { day: row?.changedAt, last: head.changedAt, isNew: outline.find(({ id }) => id === sections.risks)?.isNew };
	};
	const before = await shown();
	expect(before.isNew).toBe(false);
	services.clock.set(new Date(services.clock.now().getTime() + 86_400_000).toISOString());
	await retireRow(services, ines, { ...once(), id: rain });
	expect(await shown()).toEqual(before);
	await returnRow(services, ines, { ...once(), id: rain });
	expect(await shown()).toEqual(before);
	await saveRow(services, ines, { ...once(), id: rain, base: 1, values: { title: 'Rain at noon' } });
	expect(await shown()).toMatchObject({ day: services.clock.now().toISOString(), isNew: true });
});

test('a section has rows of its own kind and no others', async ({ services, rows }) => {
	const { ines, sections } = rows;
	const row = { after: null, kind: 'risk', values: {} };
	await expect(addRow(services, ines, { ...once(), section: sections.actions, ...row })).rejects.toMatchObject({
		issues: [{ field: 'kind', code: 'not_here' }]
	});
	await expect(addRow(services, ines, { ...once(), section: sections.vision, ...row })).rejects.toMatchObject({
		issues: [{ field: 'kind', code: 'not_here' }]
	});
});

test('local members write the rows of a section that was given to them; others learn nothing of a draft', async ({ services, rows }) => {
	const { lena, luis, ilze, claire, marek, sections } = rows;
	const row = { section: sections.actions, after: null, kind: 'action', values: { title: 'Fair' } };
	const { id } = await addRow(services, lena, { ...once(), ...row });
	for (const [who, why] of [
		[luis, Forbidden],
		[marek, Forbidden],
		[ilze, NotFound],
		[claire, NotFound]
	] as const) {
		await expect(addRow(services, who, { ...once(), ...row })).rejects.toThrow(why);
		await expect(saveRow(services, who, { ...once(), id, base: 1, values: { title: 'Mine' } })).rejects.toThrow(why);
		await expect(moveRow(services, who, { ...once(), id, after: null })).rejects.toThrow(why);
		await expect(retireRow(services, who, { ...once(), id })).rejects.toThrow(why);
	}
	await expect(addRow(services, lena, { ...once(), section: sections.risks, after: null, kind: 'risk', values: {} })).rejects.toThrow(
		Forbidden
	);
	expect(await saidIn(services, id)).toMatchObject({ title: 'Fair' });
});

test('a row of another plan is not to be moved behind, nor an objective of it to be named', async ({ services, rows }) => {
	const { ilze, network } = rows;
	const other = await beginDraft(services, ilze, 'da', network.id);
	const theirs = await leaveRow(services, { ines: ilze, sections: other.sections }, 'objective', { title: 'Keep' });
	const id = await leaveRow(services, rows, 'action', { title: 'Fair' });
	await expect(moveRow(services, rows.ines, { ...once(), id, after: theirs })).rejects.toThrow(NotFound);
	await expect(saveRow(services, rows.ines, { ...once(), id, base: 1, values: { objective: theirs } })).rejects.toMatchObject({
		issues: [{ field: 'values.objective', code: 'no_objective' }]
	});
});
