import { randomUUID } from 'node:crypto';
import { addRow } from '#lib/server/plans/rows/place.ts';
import { saveRow } from '#lib/server/plans/rows/save.ts';
import { expect, leavePublished, leaveRow, little, once, saidIn, test } from './rows-ground.ts';
import { leaveDraft } from '../../support/practices.ts';

const day = (date: string, precision = 'day') => ({ date, precision });

const refused: [kind: 'action' | 'budget' | 'indicator' | 'risk', values: Record<string, unknown>, field: string, code: string][] = [
	['budget', { share: '1000000' }, 'share', 'no_share'],
	['budget', { share: '-5' }, 'share', 'no_share'],
	['budget', { share: '33.333' }, 'share', 'share_too_fine'],
	['budget', { amount: '12' }, 'currency', 'no_currency'],
	['budget', { amount: '12', currency: 'XYZ' }, 'currency', 'no_currency'],
	['budget', { amount: '1234567890123', currency: 'EUR' }, 'amount', 'no_amount'],
	['budget', { amount: '-1', currency: 'EUR' }, 'amount', 'no_amount'],
	['action', { costFrom: '20', costTo: '3', currency: 'EUR' }, 'costFrom', 'from_above_to'],
	['action', { from: day('2026-02-30') }, 'from.date', 'no_day'],
	['action', { from: day('1026-02-20') }, 'from.date', 'year_unlikely'],
	['action', { from: day('2026-05-02'), to: day('2026-05-01') }, 'from', 'from_after_to'],
	['action', { from: day('2027-01-01', 'year'), to: day('2026-01-01', 'year') }, 'from', 'from_after_to'],
	['action', { state: 'dreaming' }, 'state', 'no_state'],
	['action', { objective: randomUUID() }, 'objective', 'no_objective'],
	['action', { practice: randomUUID() }, 'practice', 'no_practice'],
	['action', { module: randomUUID() }, 'module', 'no_module'],
	['action', { title: 'x'.repeat(201) }, 'title', 'too_long'],
	['action', { wings: 2 }, '', 'unrecognized_keys'],
	['action', { share: '5' }, '', 'unrecognized_keys'],
	['indicator', { baseline: 'many' }, 'baseline', 'no_number'],
	['indicator', { measurements: 'none' }, 'measurements', 'invalid'],
	['risk', { likelihood: 4 }, 'likelihood', 'no_grade']
];

test('what a row cannot say is refused at its field, and what stood stays', async ({ services, rows }) => {
	const { ines, sections } = rows;
	const where = { action: sections.actions, budget: sections.funding, indicator: sections.indicators, risk: sections.risks };
	for (const [kind, values, field, code] of refused) {
		const id = await leaveRow(services, rows, kind, { title: 'PlanStanding' });
		const issue = { field: field === '' ? 'values' : `values.${field}`, code };
		const save = saveRow(services, ines, { ...once(), id, base: 1, values });
		await expect(save, code).rejects.toMatchObject({ code: 'invalid', issues: [issue] });
		const add = addRow(services, ines, { ...once(), section: where[kind], after: null, kind, values });
		await expect(add, code).rejects.toMatchObject({ code: 'invalid', issues: [issue] });
		expect(await saidIn(services, id)).toMatchObject({ title: 'PlanStanding' });
	}
});

test('a month that lies in the year of the end is in order', async ({ services, rows }) => {
	const from = day('2026-05-01', 'month');
	const to = day('2026-01-01', 'year');
	const id = await leaveRow(services, rows, 'action', { from, to } as never);
	expect(await saidIn(services, id)).toMatchObject({ from, to });
});

test('an action names a published practice that its writer may see, and a module of it', async ({ services, rows }) => {
	const { lena } = rows;
	const [module, other] = [randomUUID(), randomUUID()];
	const modules = [{ id: module, kind: 'core' as const, title: 'Stalls', text: '' }];
	const practice = await leavePublished(services, rows, { ...little(), modules });
	const id = await leaveRow(services, rows, 'action', { title: 'Fair' });
	await saveRow(services, lena, { ...once(), id, base: 1, values: { practice, module } });
	expect(await saidIn(services, id)).toMatchObject({ practice, module });
	await expect(saveRow(services, lena, { ...once(), id, base: 2, values: { module: other } })).rejects.toMatchObject({
		issues: [{ field: 'values.module', code: 'no_module' }]
	});
	const hidden = await leaveDraft(services, rows);
	await expect(saveRow(services, lena, { ...once(), id, base: 2, values: { practice: hidden, module: null } })).rejects.toMatchObject({
		issues: [{ field: 'values.practice', code: 'no_practice' }]
	});
});

test('shares that do not add to a hundred are kept', async ({ services, rows }) => {
	await leaveRow(services, rows, 'budget', { title: 'One', share: '85' });
	const id = await leaveRow(services, rows, 'budget', { title: 'Other', share: '85' });
	expect(await saidIn(services, id)).toMatchObject({ share: '85' });
});
