import { noChoice, type PracticeList } from '#lib/model/practices/list-address.ts';
import { archivePractice } from '#lib/server/practices/archive.ts';
import { listPractices } from '#lib/server/practices/list/list-practices.ts';
import { similarPractices } from '#lib/server/practices/list/similar.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { expect, leaveDraft, leavePublished, little, once, test as base } from '../../support/practices.ts';

const test = base.extend<{
	look: (q: string, over?: Partial<PracticeList>) => Promise<{ titles: string[]; told: Awaited<ReturnType<typeof listPractices>> }>;
	index: () => Promise<unknown>;
}>({
	index: async ({ services }, use) => use(() => catchUp(services.sql, services.log, { most: 100, rest: 0 })),
	look: async ({ services, ground }, use) =>
		use(async (q, over = {}) => {
			const asking = { person: ground.ilze, network: ground.network.id, locale: 'en', now: services.clock.now() };
			const list: PracticeList = { q, choice: noChoice(), sort: 'best', view: 'cards', page: 1, ...over };
			const told = await listPractices(services, asking, list);
			return { titles: told.entries.map(({ title }) => title), told };
		})
});

test('words narrow the list and its counts together with the facets, and a misspelt Latvian word finds', async ({
	services,
	ground,
	look,
	index
}) => {
	await leavePublished(services, ground, {
		...little('Brīvprātīgo tirgus'),
		lang: 'lv',
		tags: ['tirgus'],
		summary: fromMarkdown('Brīvprātīgie palīdz audzētājiem.')
	});
	await leavePublished(services, ground, {
		...little('Mentoru skola'),
		lang: 'lv',
		tags: ['skola'],
		summary: fromMarkdown('Brīvprātīgie māca.')
	});
	await leavePublished(services, ground, little('Quince market'));
	await index();

	const right = await look('brīvprātīgie');
	expect(right.titles.toSorted()).toEqual(['Brīvprātīgo tirgus', 'Mentoru skola']);
	expect(right.told.total).toBe(3);
	expect(right.told.counts.tag).toEqual(
		expect.arrayContaining([
			{ value: 'tirgus', n: 1 },
			{ value: 'skola', n: 1 }
		])
	);
	const misspelt = await look('brivpratigei');
	expect(misspelt.titles.toSorted()).toEqual(['Brīvprātīgo tirgus', 'Mentoru skola']);
	const chosen = await look('brivpratigei', { choice: { ...noChoice(), tag: ['skola'] } });
	expect(chosen.titles).toEqual(['Mentoru skola']);
	expect(chosen.told.counts.tag).toEqual(expect.arrayContaining([{ value: 'tirgus', n: 1 }]));
	expect((await look('brīvprātīgie', { sort: 'title' })).titles).toEqual(['Brīvprātīgo tirgus', 'Mentoru skola']);
	expect((await look('zeppelin')).told).toMatchObject({ count: 0, total: 3, entries: [] });
	expect((await look('city:Nowhere')).told.unknown).toEqual([{ key: 'city', value: 'Nowhere' }]);
});

test('what says the words best comes first, also where facets leave less', async ({ services, ground, look, index }) => {
	await leavePublished(services, ground, { ...little('Orchards'), summary: fromMarkdown('Far away there is a lighthouse.') });
	await leavePublished(services, ground, little('Lighthouse evenings'));
	services.clock.advance(86_400);
	await leavePublished(services, ground, { ...little('Harbour walks'), summary: fromMarkdown('Past the lighthouse.'), tags: ['walk'] });
	await index();
	expect((await look('lighthouse')).titles[0]).toBe('Lighthouse evenings');
	expect((await look('lighthouse', { sort: 'newest' })).titles[0]).toBe('Harbour walks');
	expect((await look('lighthouse', { choice: { ...noChoice(), tag: ['walk'] } })).titles).toEqual(['Harbour walks']);
});

test('an entry that is no longer offered is found by no words, before the index has heard of it', async ({
	services,
	ground,
	look,
	index
}) => {
	const id = await leavePublished(services, ground, little('Tram museum'));
	await index();
	expect((await look('museum')).titles).toEqual(['Tram museum']);
	await archivePractice(services, ground.marek, { ...once(), id });
	expect((await look('museum')).told).toMatchObject({ count: 0, entries: [] });
});

test('while somebody types a title, published entries with similar ones are told: the likest first, five at most', async ({
	services,
	ground,
	index
}) => {
	for (const title of ['Youth market in the square', 'Youth market', 'Night market for youth', 'Library of tools', 'Marketing for cafés'])
		await leavePublished(services, ground, little(title));
	await leavePublished(services, ground, {
		...little('Jauniešu tirgus laukumā'),
		lang: 'lv',
		englishTitle: 'A youth market on the square'
	});
	await leaveDraft(services, ground, little('Youth market of tomorrow'));
	await index();
	const similar = (title: string, actor = ground.ilze, locale = 'en') => similarPractices(services, { actor, locale }, title);
	const titles = (await similar('Youth market')).map(({ title }) => title);
	expect(titles[0]).toBe('Youth market');
	expect(titles).toContain('A youth market on the square');
	expect(titles).not.toContain('Library of tools');
	expect(titles).not.toContain('Youth market of tomorrow');
	expect((await similar('jauniesu tirgus', ground.ilze, 'lv'))[0]).toMatchObject({
		title: 'Jauniešu tirgus laukumā',
		lang: 'lv',
		city: 'co'
	});
	expect((await similar('Yuoth markte')).map(({ title }) => title)).toContain('Youth market');
	for (const little of ['', 'a', '…', '&|!:*', "'"]) expect(await similar(little)).toEqual([]);
	expect((await similar('market '.repeat(5000))).length).toBeLessThanOrEqual(5);
	const stranger = await ground.network.person('Elsewhere', { network: crypto.randomUUID() });
	expect(await similar('Youth market', stranger)).toEqual([]);
	await expect(similar('Youth market', { ...ground.ilze, memberships: [] })).rejects.toThrow();
});
