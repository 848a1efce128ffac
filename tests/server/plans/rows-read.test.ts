import { giveSection } from '#lib/server/plans/sections/place.ts';
import { openConsultation } from '#lib/server/plans/states.ts';
import { exportRows } from '#lib/server/plans/rows/as-csv.ts';
import { shownRows } from '#lib/server/plans/rows/beside.ts';
import { rowsOfPlan } from '#lib/server/plans/rows/load.ts';
import { readRow } from '#lib/server/plans/rows/page.ts';
import { retireRow } from '#lib/server/plans/rows/place.ts';
import { saveRow } from '#lib/server/plans/rows/save.ts';
import { plansUsing } from '#lib/server/plans/rows/used-in.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { expect, leavePublished, leaveRow, little, once, test, type RowsGround } from './rows-ground.ts';
import type { TestServices } from '../../support/practices.ts';

const address = { city: 'coimbra', slug: 'plan-of-co' };

async function open(services: TestServices, { ines, plan }: RowsGround): Promise<void> {
	await openConsultation(services, ines, { ...once(), id: plan, question: 'What is missing?', endsOn: '2099-01-01' });
}

async function at(
	{ sql, db, clock }: TestServices,
	who: RowsGround['ines'],
	id: string,
	compare: { from: number; to: number } | null = null
) {
	const [row] = await sql<{ short_id: string }[]>`select short_id from plan_rows where id = ${id}`;
	return readRow(db, who, { ...address, row: row?.short_id ?? '' }, { locale: 'en', now: clock.now(), compare });
}

test('a row brings what it names, as far as its reader may see it, and objectives what serves them', async ({ services, rows }) => {
	const { db } = services;
	const { ines, plan } = rows;
	const practice = await leavePublished(services, rows, little('Quince market'));
	const objective = await leaveRow(services, rows, 'objective', { title: 'Keep' });
	const action = await leaveRow(services, rows, 'action', { title: 'Fair', objective, practice });
	const [first, second] = await shownRows(db, ines, { plan, locale: 'en' }, await rowsOfPlan(db, plan));
	expect(first?.beside).toMatchObject({ practice: null, serving: [{ id: action, kind: 'action', title: 'Fair' }] });
	expect(second?.beside).toMatchObject({ practice: { title: 'Quince market' }, objective: { id: objective, title: 'Keep' } });
	const stranger = { ...ines, id: rows.luis.id, memberships: [] };
	const [, unseen] = await shownRows(db, stranger, { plan, locale: 'en' }, await rowsOfPlan(db, plan));
	expect(unseen?.beside.practice).toBeNull();
});

test('a practice tells the plans that take it over, to those who may know of them', async ({ services, rows }) => {
	const { db } = services;
	const { ines, ilze, claire } = rows;
	const practice = await leavePublished(services, rows, little());
	const id = await leaveRow(services, rows, 'action', { title: 'Fair', practice });
	expect(await plansUsing(db, ines, practice)).toMatchObject([{ plan: 'Plan of co', city: 'co', action: 'Fair', module: null }]);
	expect(await plansUsing(db, ilze, practice)).toEqual([]);
	await open(services, rows);
	expect(await plansUsing(db, ilze, practice)).toHaveLength(1);
	expect(await plansUsing(db, claire, practice)).toHaveLength(1);
	await retireRow(services, ines, { ...once(), id });
	expect(await plansUsing(db, ilze, practice)).toEqual([]);
});

test('the history of a row has its sittings and their words; what was there before a plan was opened is not told', async ({
	services,
	rows
}) => {
	const { clock } = services;
	const { ines, rui, ilze } = rows;
	const id = await leaveRow(services, rows, 'action', { title: 'A secret fair' });
	await saveRow(services, ines, { ...once(), id, base: 1, values: { title: 'A small fair' } });
	clock.advance(3_600);
	await saveRow(services, rui, { ...once(), id, base: 2, values: { lead: 'Library' } });
	await expect(at(services, ilze, id)).rejects.toThrow(NotFound);
	clock.advance(3_600);
	await open(services, rows);
	clock.advance(3_600);
	await saveRow(services, ines, { ...once(), id, base: 3, values: { title: 'A great fair' } });

	const own = await at(services, ines, id, { from: 1, to: 2 });
	expect(own.sessions.map(({ from, to, by }) => [from, to, by?.name])).toEqual([
		[4, 4, 'Inês'],
		[3, 3, 'Rui'],
		[1, 2, 'Inês']
	]);
	expect(own.compared?.cells).toMatchObject([{ cell: 'title', lang: own.plan.lang }]);
	expect(own.compared?.cells[0]?.parts.filter(({ kind }) => kind !== 'same').map(({ text }) => text.trim())).toEqual(['secret', 'small']);

	const others = await at(services, ilze, id, { from: 3, to: 4 });
	expect(others.sessions.map(({ from, to, by, opened }) => [from, to, by?.name ?? null, opened])).toEqual([
		[4, 4, 'Inês', false],
		[3, 3, null, true]
	]);
	expect(others).toMatchObject({ mayWrite: false, compared: { cells: [{ cell: 'title' }] } });
	await expect(at(services, ilze, id, { from: 1, to: 4 })).rejects.toThrow(NotFound);
});

test('a row that was taken out of a draft is not there for who came later, one that went afterwards is', async ({ services, rows }) => {
	const { ines, ilze } = rows;
	const before = await leaveRow(services, rows, 'risk', { title: 'Rain' });
	await retireRow(services, ines, { ...once(), id: before });
	services.clock.advance(1000);
	await open(services, rows);
	services.clock.advance(1000);
	const later = await leaveRow(services, rows, 'risk', { title: 'Snow' });
	await retireRow(services, ines, { ...once(), id: later });
	await expect(at(services, ilze, before)).rejects.toThrow(NotFound);
	expect((await at(services, ines, before)).row.retiredAt).not.toBeNull();
	expect((await at(services, ilze, later)).row.values.title).toBe('Snow');
});

test('who writes is told on the page of a row', async ({ services, rows }) => {
	const { ines, lena, luis } = rows;
	const id = await leaveRow(services, rows, 'action', { title: 'Fair' });
	expect((await at(services, lena, id)).mayWrite).toBe(true);
	await giveSection(services, ines, { ...once(), id: rows.sections.actions, people: [luis.id] });
	expect((await at(services, lena, id)).mayWrite).toBe(false);
	expect((await at(services, luis, id)).mayWrite).toBe(true);
});

test('a table has its mark, the signs of its reader, and no formula', async ({ services, rows }) => {
	const { ines, claire } = rows;
	await leaveRow(services, rows, 'budget', { title: '=1+1', amount: '12000.50', currency: 'EUR', share: '85.5' });
	const asked = { kind: 'budget' as const, locale: 'lv', origin: 'https://desk.example.org' };
	const { text } = await exportRows(services.db, ines, address, asked);
	expect(text.startsWith('\ufeff')).toBe(true);
	const [header, row] = text.slice(1).split('\r\n');
	expect(header?.split(';')).toContain('Valūta');
	expect(row).toMatch(/^"?'=1\+1"?;12000,5;EUR;;85,5;/);
	const english = await exportRows(services.db, ines, address, { ...asked, locale: 'en' });
	expect(english.text.slice(1).split('\r\n')[1]).toMatch(/^"?'=1\+1"?,12000.5,EUR,,85.5,/);
	await expect(exportRows(services.db, claire, address, asked)).rejects.toThrow(NotFound);
});
