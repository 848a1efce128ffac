import { NotFound } from '#lib/server/platform/errors.ts';
import { saveRow, settleRow, takeBackRow } from '#lib/server/plans/rows/save.ts';
import { retireRow } from '#lib/server/plans/rows/place.ts';
import { expect, leaveRow, once, saidIn, test } from './rows-ground.ts';

test('two who write in different cells at once both have them, and in one cell of words each their words', async ({ services, rows }) => {
	const { ines, lena } = rows;
	const id = await leaveRow(services, rows, 'action', { title: 'A small fair', lead: '' });
	await saveRow(services, ines, { ...once(), id, base: 1, values: { title: 'A small yearly fair', lead: 'City council' } });
	const second = await saveRow(services, lena, {
		...once(),
		id,
		base: 1,
		values: { title: 'A small fair of firms', costFrom: '12000', currency: 'EUR' }
	});
	expect(second).toMatchObject({ n: 3, merged: true, clashes: [] });
	expect(await saidIn(services, id)).toMatchObject({
		title: 'A small yearly fair of firms',
		lead: 'City council',
		costFrom: '12000',
		currency: 'EUR'
	});
});

test('where both wrote something else in one cell both sides are kept until one is chosen', async ({ services, rows }) => {
	const { ines, lena } = rows;
	const id = await leaveRow(services, rows, 'action', { title: 'Fair' });
	await saveRow(services, ines, { ...once(), id, base: 1, values: { lead: 'City council' } });
	const second = await saveRow(services, lena, { ...once(), id, base: 1, values: { lead: 'Youth centre', funding: 'State' } });
	expect(second).toMatchObject({ clashes: ['lead'] });
	expect(await saidIn(services, id)).toMatchObject({ lead: 'City council', funding: 'State' });
	const [kept] = await services.sql`select cell, mine from row_clashes where row_id = ${id} and author_id = ${lena.id}`;
	expect(kept).toMatchObject({ cell: 'lead', mine: { value: { mine: { lead: 'Youth centre' } } } });

	await expect(settleRow(services, ines, { ...once(), id, cell: 'lead', keep: 'mine' })).rejects.toThrow(NotFound);
	const settled = await settleRow(services, lena, { ...once(), id, cell: 'lead', keep: 'mine' });
	expect(settled.clashes).toEqual([]);
	expect(await saidIn(services, id, settled.n)).toMatchObject({ lead: 'Youth centre', funding: 'State' });
	expect(await services.sql`select from row_clashes where row_id = ${id}`).toHaveLength(0);
});

test('a side that is not chosen stays in the history, also where it clashed twice', async ({ services, rows }) => {
	const { ines, lena } = rows;
	const id = await leaveRow(services, rows, 'action', { title: 'Fair' });
	await saveRow(services, ines, { ...once(), id, base: 1, values: { lead: 'City council' } });
	await saveRow(services, lena, { ...once(), id, base: 1, values: { lead: 'Youth centre' } });
	await saveRow(services, lena, { ...once(), id, base: 1, values: { lead: 'Library' } });
	expect(await saidIn(services, id)).toMatchObject({ lead: 'City council' });
	await settleRow(services, lena, { ...once(), id, cell: 'lead', keep: 'theirs' });
	expect(await saidIn(services, id)).toMatchObject({ lead: 'City council' });
	const said = await services.sql`select content ->> 'lead' as lead from row_revisions where row_id = ${id} order by n`;
	expect(said.map(({ lead }) => lead)).toEqual(expect.arrayContaining(['City council', 'Youth centre', 'Library']));
});

test('what a cost says is one cell: from, to and currency come together or clash together', async ({ services, rows }) => {
	const { ines, lena } = rows;
	const id = await leaveRow(services, rows, 'action', { title: 'Fair', costFrom: '10', costTo: '20', currency: 'EUR' });
	await saveRow(services, ines, { ...once(), id, base: 1, values: { costTo: '15' } });
	const second = await saveRow(services, lena, { ...once(), id, base: 1, values: { costFrom: '18' } });
	expect(second.clashes).toEqual(['cost']);
	expect(await saidIn(services, id)).toMatchObject({ costFrom: '10', costTo: '15' });
	const settled = await settleRow(services, lena, { ...once(), id, cell: 'cost', keep: 'mine' });
	expect(await saidIn(services, id, settled.n)).toMatchObject({ costFrom: '18', costTo: '20' });
});

test('measurements that two people add both stand', async ({ services, rows }) => {
	const { ines, rui } = rows;
	const measured = (n: number) => ({
		id: `0000000${n}-0000-4000-8000-000000000000`,
		on: { date: `2026-0${n}-01`, precision: 'month' as const },
		value: String(n),
		note: ''
	});
	const id = await leaveRow(services, rows, 'indicator', { title: 'New firms', measurements: [measured(1)] });
	await saveRow(services, ines, { ...once(), id, base: 1, values: { measurements: [measured(1), measured(2)] } });
	const saved = await saveRow(services, rui, { ...once(), id, base: 1, values: { measurements: [measured(1), measured(3)] } });
	expect(saved).toMatchObject({ clashes: [], merged: true });
	const { measurements } = await saidIn(services, id);
	expect((measurements as { value: string }[]).map(({ value }) => value)).toEqual(['1', '2', '3']);
});

test('what is typed while a row is retired is kept', async ({ services, rows }) => {
	const { ines, lena } = rows;
	const id = await leaveRow(services, rows, 'action', { title: 'Fair' });
	await retireRow(services, ines, { ...once(), id });
	const saved = await saveRow(services, lena, { ...once(), id, base: 1, values: { lead: 'Youth centre' } });
	expect(await saidIn(services, id, saved.n)).toMatchObject({ title: 'Fair', lead: 'Youth centre' });
});

test('an older revision comes back as a new one, and says where from', async ({ services, rows }) => {
	const { ines } = rows;
	const id = await leaveRow(services, rows, 'risk', { title: 'Rain', likelihood: 2 });
	await saveRow(services, ines, { ...once(), id, base: 1, values: { title: 'Snow', likelihood: 3 } });
	const back = await takeBackRow(services, ines, { ...once(), id, n: 1 });
	expect(back.n).toBe(3);
	expect(await saidIn(services, id)).toMatchObject({ title: 'Rain', likelihood: 2 });
	const [row] = await services.sql`select taken_back from row_revisions where row_id = ${id} and n = 3`;
	expect(row?.taken_back).toBe(1);
	await expect(takeBackRow(services, ines, { ...once(), id, n: 3 })).rejects.toThrow('row_says_so');
});

test('a save that changes nothing is no revision', async ({ services, rows }) => {
	const { ines } = rows;
	const id = await leaveRow(services, rows, 'budget', { title: 'City', amount: '12000.5', currency: 'EUR', share: '85.00' });
	const saved = await saveRow(services, ines, { ...once(), id, base: 1, values: { amount: '12000.50', share: '85' } });
	expect(saved).toMatchObject({ n: 1, merged: false, clashes: [] });
});
