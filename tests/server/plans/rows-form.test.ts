import type { Actor } from '#lib/model/access/actor.ts';
import { setServices } from '#lib/server/services.ts';
import { actions as onNew, load as loadNew } from '../../../src/routes/plans/[city]/[slug]/rows/new/+page.server.ts';
import { actions as onRow, load as loadRow } from '../../../src/routes/plans/[city]/[slug]/rows/[row]/+page.server.ts';
import { saveRow } from '#lib/server/plans/rows/save.ts';
import { expect, leaveRow, once, saidIn, test } from './rows-ground.ts';
import type { TestServices } from '../../support/practices.ts';

const plan = '/plans/coimbra/plan-of-co';

/** Somebody at a page of a plan's rows, who sends a form of it. */
function visit(actor: Actor, path: string, fields: [string, string][] = []) {
	const url = new URL(plan + path, 'https://desk.example.org');
	const body = new URLSearchParams([['commandId', once().commandId], ...fields]);
	const params = { city: 'coimbra', slug: 'plan-of-co', row: url.pathname.split('/').at(-1) ?? '' };
	const request = new Request(url, { method: 'POST', body });
	return { locals: { actor, locale: 'en' }, params, url, request, isDataRequest: false } as never;
}

async function shortOf({ sql }: TestServices, table: 'plan_rows' | 'plan_sections', id: string): Promise<string> {
	const [row] = await sql<{ short_id: string }[]>`select short_id from ${sql(table)} where id = ${id}`;
	return row?.short_id ?? '';
}

test('without scripts a row is added, filled in, moved, taken out and brought back by forms', async ({ services, rows }) => {
	setServices(services);
	const { lena, sections } = rows;
	const section = await shortOf(services, 'plan_sections', sections.actions);
	const add = (...fields: [string, string][]) => onNew.default?.(visit(lena, `/rows/new?section=${section}`, fields));
	expect(await loadNew(visit(lena, `/rows/new?section=${section}`))).toMatchObject({ kind: 'action' });
	for (const title of ['Fair', 'Market']) {
		await expect(add(['has', 'title'], ['title.title', title])).rejects.toMatchObject({
			status: 303,
			location: `${plan}?section=${section}#s-${section}`
		});
	}
	const added = await services.sql<{ id: string; short_id: string }[]>`select id, short_id from plan_rows order by position`;
	const [fair = { id: '', short_id: '' }, market = { id: '', short_id: '' }] = added;
	const press = (act: string, ...fields: [string, string][]) => onRow[act]?.(visit(lena, `/rows/${fair.short_id}`, fields));

	const cost = (from: string): [string, string][] => [
		['base', '1'],
		['has', 'cost'],
		['cost.costFrom', from],
		['cost.costTo', ''],
		['cost.currency', 'EUR'],
		['has', 'dates'],
		['dates.from', '03.2026'],
		['dates.to', '']
	];
	expect(await press('save', ...cost('much'))).toMatchObject({
		status: 400,
		data: { untaken: [{ at: 'cost.costFrom', code: 'amount_unreadable' }], typed: { cost: { costFrom: 'much' } } }
	});
	await expect(press('save', ...cost('€ 12 000'))).rejects.toMatchObject({ location: `${plan}/rows/${fair.short_id}?done=saved` });
	expect(await saidIn(services, fair.id)).toMatchObject({
		title: 'Fair',
		costFrom: '12000',
		from: { date: '2026-03-01', precision: 'month' }
	});
	expect(await loadRow(visit(lena, `/rows/${fair.short_id}`))).toMatchObject({
		mayWrite: true,
		typed: { cost: { costFrom: '12,000' }, dates: { from: '03.2026' } }
	});

	const place = { status: 303, location: `${plan}?section=${section}#r-${fair.short_id}` };
	await expect(press('move', ['after', market.id])).rejects.toMatchObject(place);
	await expect(press('retire')).rejects.toMatchObject(place);
	expect(await press('retire')).toMatchObject({ status: 409, data: { problem: { reason: 'row_retired' } } });
	await expect(press('return')).rejects.toMatchObject(place);
	const order = await services.sql<{ id: string }[]>`select id from plan_rows where retired_at is null order by position`;
	expect(order.map(({ id }) => id)).toEqual([market.id, fair.id]);
	await expect(press('takeBack', ['n', '1'])).rejects.toMatchObject({ location: `${plan}/rows/${fair.short_id}?done=back` });
	expect(await saidIn(services, fair.id)).toMatchObject({ title: 'Fair', costFrom: null, from: null });
});

test('a clash is told on the page of the row, and settled by a form', async ({ services, rows }) => {
	setServices(services);
	const { ines, lena } = rows;
	const id = await leaveRow(services, rows, 'action', { title: 'Fair' });
	await saveRow(services, ines, { ...once(), id, base: 1, values: { lead: 'City council' } });
	const path = `/rows/${await shortOf(services, 'plan_rows', id)}`;
	const sent = onRow.save?.(
		visit(lena, path, [
			['base', '1'],
			['has', 'lead'],
			['lead.lead', 'Library']
		])
	);
	await expect(sent).rejects.toMatchObject({ status: 303 });
	const clashes = [{ cell: 'lead', mine: { lead: 'Library' } }];
	expect(await loadRow(visit(lena, path))).toMatchObject({ row: { values: { lead: 'City council' }, beside: { clashes } } });
	expect(await loadRow(visit(ines, path))).toMatchObject({ row: { beside: { clashes: [] } } });
	const settled = onRow.settle?.(
		visit(lena, path, [
			['cell', 'lead'],
			['keep', 'mine']
		])
	);
	await expect(settled).rejects.toMatchObject({ location: `${plan}${path}?done=settled` });
	expect(await saidIn(services, id)).toMatchObject({ lead: 'Library' });
});

test('who does not write there is refused, and who does not read the draft finds nothing', async ({ services, rows }) => {
	setServices(services);
	const { luis, ilze } = rows;
	const id = await leaveRow(services, rows, 'action', { title: 'Fair' });
	const path = `/rows/${await shortOf(services, 'plan_rows', id)}`;
	const section = await shortOf(services, 'plan_sections', rows.sections.actions);
	const save = (actor: Actor) =>
		onRow.save?.(
			visit(actor, path, [
				['base', '1'],
				['has', 'lead'],
				['lead.lead', 'Library']
			])
		);
	expect(await loadRow(visit(luis, path))).toMatchObject({ mayWrite: false, practices: [] });
	expect(await save(luis)).toMatchObject({ status: 403 });
	expect(await onRow.retire?.(visit(luis, path))).toMatchObject({ status: 403 });
	await expect(loadNew(visit(luis, `/rows/new?section=${section}`))).rejects.toMatchObject({ status: 403 });
	await expect(loadRow(visit(ilze, path))).rejects.toMatchObject({ status: 404 });
	await expect(save(ilze)).rejects.toMatchObject({ status: 404 });
	expect(await onRow.retire?.(visit(ilze, path))).toMatchObject({ status: 404 });
	await expect(loadNew(visit(ilze, `/rows/new?section=${section}`))).rejects.toMatchObject({ status: 404 });
	expect(await saidIn(services, id)).toMatchObject({ lead: '' });
});
