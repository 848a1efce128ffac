import type { Person } from '#lib/model/access/actor.ts';
import { hideRow } from '#lib/server/plans/moderation/hide-row.ts';
import { setServices } from '#lib/server/services.ts';
import { load } from '../../../src/routes/plans/[city]/[slug]/history/[section]/+page.server.ts';
import { addressOfPlan } from '../../support/plans.ts';
import { expect, leaveRow, once, test } from './rows-ground.ts';

test('a row has its history on its own page; what only leads do, and what is hidden, stands apart', async ({ services, rows }) => {
	setServices(services);
	const { ines, marek, plan } = rows;
	const id = await leaveRow(services, rows, 'risk', { title: 'Rain' });
	const address = await addressOfPlan(services, plan);
	const [row] = await services.sql<{ short_id: string }[]>`select short_id from plan_rows where id = ${id}`;
	const href = `/plans/${address.city}/${address.slug}`;
	const visit = (person: Person) => {
		const url = new URL(`${href}/history/r-${row?.short_id}?from=1&to=1`, 'https://desk.example.org');
		const params = { ...address, section: `r-${row?.short_id}` };
		return load({ locals: { actor: person, locale: 'en' }, params, url, isDataRequest: false } as never);
	};
	await expect(visit(ines)).rejects.toMatchObject({
		status: 303,
		location: `${href}/rows/${row?.short_id}?from=1&to=1#changes`
	});
	expect(await visit(marek)).toMatchObject({ kind: 'row', moderates: true, title: 'Rain' });
	await hideRow(services, marek, { ...once(), id, reason: 'Names a child.' });
	expect(await visit(ines)).toMatchObject({ kind: 'row', hiddenReason: 'Names a child.' });
});
