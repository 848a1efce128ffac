import { randomUUID } from 'node:crypto';
import { saveRow, takeBackRow } from '#lib/server/plans/rows/save.ts';
import { expect, leavePublished, leaveRow, little, once, test } from './rows-ground.ts';

test('the table of its kind says what the newest revision says', async ({ services, rows }) => {
	const { ines } = rows;
	const { sql } = services;
	const practice = await leavePublished(services, rows, little());
	const objective = await leaveRow(services, rows, 'objective', { title: 'Keep', description: 'Young people stay.' });
	const action = await leaveRow(services, rows, 'action', { title: 'Fair', objective, practice });
	await saveRow(services, ines, {
		...once(),
		id: action,
		base: 1,
		values: {
			lead: 'Library',
			costFrom: '12000.5',
			currency: 'PLN',
			from: { date: '2026-03-01', precision: 'month' },
			state: 'running'
		}
	});
	expect(await sql`select * from plan_objectives where row_id = ${objective}`).toEqual([
		{ row_id: objective, title: 'Keep', description: 'Young people stay.' }
	]);
	const [said] = await sql`select *, starts_on::text as first from plan_actions where row_id = ${action}`;
	expect(said).toMatchObject({
		title: 'Fair',
		description: null,
		objective_id: objective,
		practice_id: practice,
		lead: 'Library',
		cost_from: '12000.50',
		cost_to: null,
		currency: 'PLN',
		first: '2026-03-01',
		starts_precision: 'month',
		ends_precision: null,
		state: 'running'
	});
	await takeBackRow(services, ines, { ...once(), id: action, n: 1 });
	const [back] = await sql`select lead, cost_from, currency, starts_on, state from plan_actions where row_id = ${action}`;
	expect(back).toEqual({ lead: null, cost_from: null, currency: null, starts_on: null, state: null });
});

test('measurements, risks and budget lines stand in their tables', async ({ services, rows }) => {
	const { ines } = rows;
	const { sql } = services;
	const measured = { id: randomUUID(), on: { date: '2026-01-01', precision: 'year' as const }, value: '12.5', note: 'Survey' };
	const indicator = await leaveRow(services, rows, 'indicator', { title: 'Firms', baseline: '10', measurements: [measured] });
	const [figure] = await sql`select value::float8, note, precision from indicator_measurements where row_id = ${indicator}`;
	expect(figure).toEqual({ value: 12.5, note: 'Survey', precision: 'year' });
	await saveRow(services, ines, { ...once(), id: indicator, base: 1, values: { measurements: [] } });
	expect(await sql`select from indicator_measurements where row_id = ${indicator}`).toHaveLength(0);
	const risk = await leaveRow(services, rows, 'risk', { likelihood: 1, effect: 3 });
	expect(await sql`select title, likelihood, effect, answer from plan_risks where row_id = ${risk}`).toEqual([
		{ title: null, likelihood: 1, effect: 3, answer: null }
	]);
	const line = await leaveRow(services, rows, 'budget', { source: 'State', amount: '5', currency: 'EUR', share: '10' });
	expect(await sql`select amount, currency, source, share from plan_budget_lines where row_id = ${line}`).toEqual([
		{ amount: '5.00', currency: 'EUR', source: 'State', share: '10.00' }
	]);
});

test('a row tells its stream what became of it, and no words', async ({ services, rows }) => {
	const { ines, plan } = rows;
	const id = await leaveRow(services, rows, 'risk', { title: 'Rain' });
	await saveRow(services, ines, { ...once(), id, base: 1, values: { title: 'Snow', effect: 2 } });
	const told = await services.sql`
		select name, payload from events where stream = ${`plan-draft:${plan}`} and name like 'row.%' order by seq`;
	expect(told).toMatchObject([
		{ name: 'row.added', payload: { id, kind: 'risk', after: null } },
		{ name: 'row.saved', payload: { id, revision: 2, cells: ['title', 'effect'] } }
	]);
});
