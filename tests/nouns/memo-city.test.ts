import { randomUUID } from 'node:crypto';
import { visitor } from '#lib/model/access/actor.ts';
import { openCitySections } from '#lib/server/network/city-section.ts';
import { expect, once, test, title } from './memo-ground.ts';
import { renameMemo, writeMemo } from './memos/server/commands.ts';

test('the page of a city shows the memos that it keeps to who may read them, and none of them to others', async ({ services, ground }) => {
	const { memo, network, ilze, rui, marek, vija, elio } = ground;
	services.clock.advance(60);
	const figs = await writeMemo(services, rui, { ...once(), network: network.id, city: 'co', title: 'Figs' });
	const of = async (actor: typeof ilze, city = 'co') => (await openCitySections(services, actor, { city, locale: 'en' })).memos;
	const its = { id: memo, title, href: `/memos/${memo}` };
	expect(await of(ilze)).toEqual([{ id: figs.id, title: 'Figs', href: `/memos/${figs.id}` }, its]);
	expect(await of(marek)).toEqual([its]);
	for (const outsider of [vija, elio, { ...ilze, suspended: true }]) expect(await of(outsider)).toEqual([]);
	expect(await of(ilze, 'da')).toEqual([]);
	await expect(openCitySections(services, visitor, { city: 'co', locale: 'en' })).rejects.toMatchObject({ code: 'forbidden' });

	await renameMemo(services, ilze, { ...once(), id: memo, title: 'Pears' });
	expect(await of(marek)).toEqual([{ ...its, title: 'Pears' }]);
});

test('of two networks whose cities have the same code, each page shows its own memos', async ({ services, ground }) => {
	const { memo, ilze, marek } = ground;
	const membership = { network: randomUUID(), role: 'lead', city: null, expertKind: null } as const;
	const elsewhere = { ...marek, memberships: [membership, ...marek.memberships] };
	const [here, there] = await Promise.all(
		[ilze, elsewhere].map((actor) => openCitySections(services, actor, { city: 'co', locale: 'en' }))
	);
	expect(here?.memos?.map(({ id }) => id)).toEqual([memo]);
	expect(there?.memos).toEqual([]);
});
