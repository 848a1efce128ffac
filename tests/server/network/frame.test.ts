import { visitor } from '#lib/model/access/actor.ts';
import { citySheetOf, networkFrame } from '#lib/server/network/frame.ts';
import { citySheet } from '#lib/server/network/city-sheet.ts';
import { seedDemo } from '#lib/server/demo/seed.ts';
import { expect, test } from '../../support/database.ts';
import { smallNetwork } from '../../support/thread.ts';

test('an installation without a network has an empty frame', async ({ services }) => {
	expect(await networkFrame(services.db, visitor, 'en')).toEqual({ network: null, cities: [], marks: null });
	expect(await citySheetOf(services.db, 'none')).toBe('');
});

test('the network, its cities in their order and in the reader’s language', async ({ services }) => {
	await seedDemo(services);
	const { network, cities, marks } = await networkFrame(services.db, visitor, 'lv');
	expect(network?.name).toBe('Gen-Y City');
	expect(cities.map(({ code }) => code)).toEqual(['po', 'da', 'ge', 'gr', 'kl', 'wo', 'co', 'to', 'na', 'bo', 'kr', 'sa']);
	expect(cities.find(({ code }) => code === 'co')?.name).toBe('Koimbra');
	expect(marks).toMatch(/^\/cities\.css\?network=gen-y-city&v=[\w-]{12}$/);
});

test('the address of the marks changes with a mark, and with nothing else', async ({ services }) => {
	const { person } = await smallNetwork(services);
	const ilze = await person('Ilze');
	const marks = async (locale = 'en') => (await networkFrame(services.db, ilze, locale)).marks;
	const first = await marks();
	expect(await marks('lv')).toBe(first);
	await services.sql`update partners set fill = '#123456'`;
	expect(await marks()).not.toBe(first);
	expect(await citySheetOf(services.db, 'small')).toContain('--city:#123456');
});

test('a mark as a rule of style', () => {
	expect(citySheet([{ code: 'na', shape: 'arch', fill: '#b6dfa0', edge: '#4f7f38', edgeDark: '#b6dfa0', ink: '#1a1d24' }])).toBe(
		"[data-city='na']{--city:#b6dfa0;--edge:light-dark(#4f7f38,#b6dfa0);--on-city:#1a1d24;--shape:50% 50% 14% 14%}\n"
	);
});
