import { freezeVersion } from '#lib/server/plans/states.ts';
import { setServices } from '#lib/server/services.ts';
import { reroute } from '../../../src/hooks.ts';
import { load } from '../../../src/routes/plans/[city]/[slug]/versions/[[number]]/+page.server.ts';
import { addressOfPlan } from '../../support/plans.ts';
import { expect, once, test } from './rows-ground.ts';

const led = (address: string) => reroute({ url: new URL(address, 'https://desk.example.org'), fetch });

test('a version has one address, and the path to it leads there for good', async ({ services, rows }) => {
	const { ines, plan } = rows;
	setServices(services);
	await freezeVersion(services, ines, { ...once(), id: plan, name: 'For the council' });
	const { city, slug } = await addressOfPlan(services, plan);
	const href = `/plans/${city}/${slug}`;
	const visit = (path: string, number: string) =>
		load({
			locals: { actor: ines, locale: 'en' },
			params: { city, slug, number },
			url: new URL(path, 'https://desk.example.org'),
			isDataRequest: false
		} as never);
	expect(led(`${href}?v=1`)).toBe(`${href}/versions/1`);
	expect(await visit(`${href}?v=1`, '1')).toMatchObject({ read: { version: { number: 1, name: 'For the council' } } });
	await expect(visit(`${href}/versions/1`, '1')).rejects.toMatchObject({ status: 308, location: `${href}?v=1` });
	for (const wrong of ['2', 'x', '../manage', '-1'])
		await expect(visit(`${href}?v=${wrong}`, wrong)).rejects.toMatchObject({ status: 404 });
});

test('only the address of a plan is that of its versions', () => {
	expect(led('/plans/riga/youth')).toBeUndefined();
	expect(led('/plans/riga/youth?v=')).toBeUndefined();
	expect(led('/plans?v=1')).toBeUndefined();
	expect(led('/plans/riga/youth/manage?v=1')).toBeUndefined();
	expect(led('/plans/riga/youth?v=../manage')).toBe('/plans/riga/youth/versions/..%2Fmanage');
});
