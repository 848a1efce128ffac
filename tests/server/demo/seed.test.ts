import { asc, eq } from 'drizzle-orm';
import { onTestFinished } from 'vitest';
import { writingLanguages } from '#lib/i18n/locales.ts';
import { docSchema } from '#lib/model/documents/schema.ts';
import { castAtDoor, requireCast } from '#lib/server/demo/door.ts';
import { cast } from '#lib/server/demo/cast.ts';
import { demoCities } from '#lib/server/demo/cities.ts';
import { demoLinks, personOfLink } from '#lib/server/demo/links.ts';
import { demoSeeds, type DemoSeed } from '#lib/server/demo/demo-seed.ts';
import { openDemo } from '#lib/server/demo/open.ts';
import { seedDemo } from '#lib/server/demo/seed.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { meetings } from '#lib/server/db/schema/meetings.ts';
import { posts } from '#lib/server/db/schema/threads.ts';
import { installation, networks } from '#lib/server/db/schema/networks.ts';
import { people } from '#lib/server/db/schema/people.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { actorOf, who } from '../../support/actors.ts';
import { expect, test } from '../../support/demo.ts';

test('an empty database becomes a demo once', async ({ demo }) => {
	expect(await demo.db.select({ kind: installation.kind }).from(installation)).toEqual([{ kind: 'demo' }]);
	expect(await Promise.all([seedDemo(demo), seedDemo(demo)])).toEqual([false, false]);
	expect(await demo.db.select().from(networks)).toHaveLength(1);
	expect(await demo.db.select().from(people)).toHaveLength(cast.length);
});

test('two that start at the same time fill it once', async ({ services }) => {
	expect((await Promise.all([seedDemo(services), seedDemo(services)])).sort()).toEqual([false, true]);
});

test('a noun that fails leaves the demo empty; it comes after those before it in the list', async ({ services }) => {
	const nouns = demoSeeds.get();
	onTestFinished(() => demoSeeds.fill(nouns));
	const found: number[] = [];
	const failing: DemoSeed = {
		files: null,
		async seed(tx) {
			found.push(await tx.$count(meetings));
			throw new Error('no ink');
		}
	};
	demoSeeds.fill([...nouns, async () => ({ default: failing })]);
	await expect(seedDemo(services)).rejects.toThrow('no ink');
	expect(found).toEqual([9]);
	for (const table of [installation, networks, people, meetings, posts]) expect(await services.db.$count(table)).toBe(0);
	demoSeeds.fill(nouns);
	expect(await seedDemo(services)).toBe(true);
});

test('the eight meetings are there, and one that is ahead and says that it is made up', async ({ demo }) => {
	const rows = await demo.db.select().from(meetings).orderBy(asc(meetings.startsOn));
	expect(rows.map(({ slug, precision }) => `${slug} ${precision}`).slice(0, 8)).toEqual([
		'torun-2016 day',
		'wolverhampton-2016 day',
		'genoa-2016 day',
		'coimbra-2017 day',
		'bologna-2017 day',
		'nantes-2017 day',
		'poznan-2017 month',
		'poznan-2018 month'
	]);
	const [ahead] = rows.slice(8);
	expect(ahead).toMatchObject({ kind: 'online', illustrative: true, slug: 'follow-up-2026', opensAt: expect.any(String) });
	expect(new Date(ahead?.startsOn ?? 0).getUTCDay()).toBe(4);
	expect((ahead?.startsOn ?? '') > demo.clock.now().toISOString().slice(0, 10)).toBe(true);
	expect(rows.slice(0, 8).some(({ illustrative }) => illustrative)).toBe(false);
});

test('every post of the demo is one that a person could have written', async ({ demo }) => {
	const rows = await demo.db.select().from(posts);
	expect(new Set(rows.map(({ lang }) => lang)).size).toBeGreaterThan(5);
	for (const { doc, lang, postedAt } of rows) {
		expect(docSchema.safeParse(doc).success).toBe(true);
		expect(Object.keys(writingLanguages)).toContain(lang);
		expect(postedAt.getTime()).toBeLessThan(demo.clock.now().getTime());
	}
});

test('no address of the cast can be reached by mail, and every city is somebody’s', () => {
	for (const { email } of cast) expect(email).toMatch(/^[a-z.]+@[a-z]+\.example$/);
	expect(new Set(cast.map(({ email }) => email)).size).toBe(cast.length);
	expect(demoCities.filter(({ code }) => !cast.some(({ city, role }) => city === code && role === 'coordinator'))).toEqual([]);
});

test('each of the cast has a link that leads to them, in a demo only', async ({ demo }) => {
	const links = await demoLinks(demo);
	expect(links.map(({ email }) => email)).toEqual(cast.map(({ email }) => email));
	const ilze = links.find(({ email }) => email === who.officer);
	expect(ilze?.as).toBe('City officer, Daugavpils');
	const token = ilze?.url.split('/').at(-1) ?? '';
	expect(personOfLink(demo, token)).toBe((await actorOf(demo, who.officer)).id);
	for (const other of ['', 'x', '__proto__', [...demo.demoLinks.keys()][0] ?? '']) expect(personOfLink(demo, other)).toBeNull();
	demo.config.demo = false;
	expect(personOfLink(demo, token)).toBeNull();
	expect(await castAtDoor(demo)).toEqual([]);
	await expect(requireCast(demo, (await actorOf(demo, who.officer)).id)).rejects.toBeInstanceOf(NotFound);
});

test('at the door stands the cast and nobody else', async ({ demo }) => {
	const groups = await castAtDoor(demo);
	expect(groups).toHaveLength(13);
	expect(groups.at(-1)).toMatchObject({ city: null, people: [{ role: 'expert' }, { role: 'expert' }, { role: 'reader' }] });
	const { id } = await actorOf(demo, who.officer);
	await demo.db.update(people).set({ invented: false }).where(eq(people.id, id));
	await expect(requireCast(demo, id)).rejects.toBeInstanceOf(NotFound);
	for (const wrong of ['', 'x', '\u0000', id.toUpperCase().slice(1)])
		await expect(requireCast(demo, wrong)).rejects.toBeInstanceOf(NotFound);
});

test('a configured password is everybody’s, also when the demo was filled before', async ({ demo }) => {
	const password = 'a word for scripts';
	await openDemo(Object.assign(demo, { config: parseConfig({ DEMO: 'on', DEMO_PASSWORD: password }) }));
	for (const email of [who.officer, who.expert]) {
		await expect(signIn(demo, { email, password }, { address: '::1', userAgent: null })).resolves.toHaveProperty('token');
	}
});
