import { openDesk } from '#lib/server/desk/queries.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { search } from '#lib/server/search/search.ts';
import { expect, leavePublished, little, test } from '../../support/practices.ts';

test('hits and the desk name an entry alike: by its English title only for who does not read its language, and in that language', async ({
	services,
	ground
}) => {
	const { ilze } = ground;
	const ways: [lang: string, locale: string, shown: { title: string; lang: string }][] = [
		['pt', 'en', { title: 'Quince fair', lang: 'en' }],
		['pt', 'lv', { title: 'Quince fair', lang: 'en' }],
		['lv', 'lv', { title: 'Quince market', lang: 'lv' }],
		['en', 'lv', { title: 'Quince market', lang: 'en' }]
	];
	const said = { ...little('Quince market'), englishTitle: 'Quince fair' };
	const ids = new Map<string, string>();
	for (const lang of ['pt', 'lv', 'en']) ids.set(lang, await leavePublished(services, ground, { ...said, lang }));
	await catchUp(services.sql, services.log, { most: 100, rest: 0 });
	for (const [lang, locale, shown] of ways) {
		const asking = { actor: ilze, locale, now: services.clock.now() };
		const { hits } = await search(services, asking, { text: 'quince kind:practice' });
		const { lately } = (await openDesk(services, ilze, locale)).panels.practices ?? { lately: [] };
		const id = ids.get(lang) ?? '';
		for (const told of [hits, lately]) expect(told.find((one) => one.id === id)).toMatchObject(shown);
	}
});
