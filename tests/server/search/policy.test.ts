import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { visitor, type Actor, type Person } from '#lib/model/access/actor.ts';
import { memberships, people } from '#lib/server/db/schema/people.ts';
import { posts } from '#lib/server/db/schema/threads.ts';
import { deletePost } from '#lib/server/threads/change-post.ts';
import { hidePost } from '#lib/server/threads/hide-post.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { suspendPerson } from '#lib/server/people/suspend.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { offers } from '#lib/server/search/offers.ts';
import { search } from '#lib/server/search/search.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';

/** A network with a post, its author and a reader, all in the index. */
async function desk(services: TestServices) {
	const network = await smallNetwork(services);
	const [lead, ilze, rui] = [
		await network.person('Marek Wiosna', { role: 'lead' }),
		await network.person('Ilze Ozolkalne'),
		await network.person('Rui Ponteclara')
	];
	const said = async (text: string, by: Person = ilze) =>
		(await postInMeeting(services, by, { commandId: randomUUID(), slug: network.slug, doc: saying(text), lang: 'en' })).id;
	const id = await said('A lighthouse by the harbour');
	const brought = () => catchUp(services.sql, services.log, { most: 100, rest: 0 });
	await brought();
	return { ...network, lead, ilze, rui, id, said, brought };
}

const asking = (services: TestServices, actor: Actor) => ({ actor, locale: 'en', now: services.clock.now() });
const found = (services: TestServices, actor: Actor, text: string) => search(services, asking(services, actor), { text });
const nothing = (read: string) => ({ hits: [], count: 0, counts: {}, meant: [], more: false, unknown: [], read });
/** Every way to ask for the lighthouse: words, beginnings, stems, slips, phrases, filters alone. */
const ways = [
	'lighthouse',
	'lighth',
	'lighthouses',
	'ligthhouse',
	'"lighthouse by"',
	'harbour',
	'harbuor',
	'kind:message',
	'from:Ilze kind:message',
	'city:co kind:message',
	'lang:en kind:message',
	'after:2020 kind:message'
];

test('every way that is tried elsewhere finds the post for those who may read it', async ({ services }) => {
	const { rui, id } = await desk(services);
	for (const way of ways)
		expect(
			(await found(services, rui, way)).hits.map((hit) => hit.id),
			way
		).toEqual([id]);
});

test('a visitor, a suspended person and somebody of another network find nothing, are offered nothing and counted nothing', async ({
	services
}) => {
	const { rui, person } = await desk(services);
	const stranger = await person('Stranger', { network: randomUUID(), role: 'lead' });
	for (const actor of [visitor, { ...rui, suspended: true }, { ...rui, memberships: [] }, stranger]) {
		for (const way of [...ways, 'Ilze', 'Coimbra', 'kind:person', 'kind:city', 'kind:meeting', 'Ozolkane'])
			expect({ ...(await found(services, actor, way)), unknown: [] }, way).toEqual(nothing(way));
		expect(await offers(services, asking(services, actor))).toEqual([]);
	}
});

test('names of another network’s people and cities are as unknown as invented ones', async ({ services }) => {
	const { person } = await desk(services);
	const stranger = await person('Stranger', { network: randomUUID() });
	expect((await found(services, stranger, 'from:Ilze city:Coimbra')).unknown).toEqual([
		{ key: 'city', value: 'Coimbra' },
		{ key: 'from', value: 'Ilze' }
	]);
});

test('a hidden post is found by nobody, not even before the index knows', async ({ services }) => {
	const { lead, ilze, rui, id, brought } = await desk(services);
	await hidePost(services, lead, { commandId: randomUUID(), id, reason: 'Not here' });
	for (const actor of [lead, ilze, rui]) for (const way of ways) expect((await found(services, actor, way)).count, way).toBe(0);
	await brought();
	for (const actor of [lead, ilze, rui]) for (const way of ways) expect(await found(services, actor, way), way).toEqual(nothing(way));
	expect(JSON.stringify(await services.sql`select * from search_entries`)).not.toContain('lighthouse');
	expect(JSON.stringify(await services.sql`select * from search_words`)).not.toContain('lighthouse');
});

test('a deleted post is found by nobody, not even before the index knows', async ({ services }) => {
	const { ilze, rui, id, brought } = await desk(services);
	await deletePost(services, ilze, { commandId: randomUUID(), id });
	for (const way of ways) expect((await found(services, rui, way)).count, way).toBe(0);
	await brought();
	for (const way of ways) expect(await found(services, rui, way), way).toEqual(nothing(way));
});

test('an excerpt is cut from what stands there now, not from what was indexed', async ({ services }) => {
	const { rui, id } = await desk(services);
	await services.db
		.update(posts)
		.set({ doc: saying('Other words') })
		.where(eq(posts.id, id));
	const { hits } = await found(services, rui, 'lighthouse');
	expect(hits.map(({ excerpt }) => excerpt)).toEqual([[{ text: 'Other words', marked: false }]]);
});

test('who is suspended or has left is no hit, no count and no offer at once; what they wrote stays', async ({ services }) => {
	const { lead, ilze, rui, id } = await desk(services);
	const named = async () => ({
		count: (await found(services, rui, 'Ozolkalne')).count,
		slip: (await found(services, rui, 'Ozolkane')).hits.length,
		offered: (await offers(services, asking(services, rui))).flatMap((offer) => (offer.kind === 'person' ? offer.person.name : []))
	});
	expect(await named()).toEqual({ count: 1, slip: 1, offered: ['Ilze Ozolkalne', 'Marek Wiosna', 'Rui Ponteclara'] });
	await suspendPerson(services, lead, { commandId: randomUUID(), id: ilze.id, reason: 'Not here' });
	const gone = { count: 0, slip: 0, offered: ['Marek Wiosna', 'Rui Ponteclara'] };
	expect(await named()).toEqual(gone);
	expect((await found(services, lead, 'Ozolkalne')).count).toBe(0);
	expect((await found(services, rui, 'lighthouse')).hits.map((hit) => hit.id)).toEqual([id]);
	await services.db.update(people).set({ suspendedAt: null, suspendedBy: null, suspendedReason: null }).where(eq(people.id, ilze.id));
	await services.db
		.update(memberships)
		.set({ endsAt: sql`${services.clock.now().toISOString()}::timestamptz` })
		.where(eq(memberships.personId, ilze.id));
	expect(await named()).toEqual(gone);
});

test('a word that was meant is only told when it stands in what is shown', async ({ services }) => {
	const { lead, rui, said, brought } = await desk(services);
	const secret = await said('The windmills of the valley');
	await brought();
	expect((await found(services, rui, 'windmlls')).meant).toEqual(['windmills']);
	await hidePost(services, lead, { commandId: randomUUID(), id: secret, reason: 'Not here' });
	expect((await found(services, rui, 'windmlls')).meant).toEqual([]);
});

const q = (text: string) => `${text.slice(0, 30)} (${text.length})`;
test.for([
	'',
	' ',
	'the of and',
	'un de la',
	'ir un',
	'a',
	'-a',
	'-lighthouse',
	'"',
	'"'.repeat(10_000),
	"'".repeat(10_000),
	'\\'.repeat(500),
	'\u0000\u0001\u202e',
	'\ud800',
	'a'.repeat(100_000),
	'x '.repeat(5000),
	"lighthouse' | '",
	'lighthouse & !harbour',
	'lighthouse <-> by',
	"'lighthouse':*",
	':*',
	'!!',
	'((((',
	')',
	'%',
	'_',
	"'); drop table posts; --",
	'kind:',
	'kind:kind:kind',
	'from:"',
	'city:\u0000',
	'after:9999-99-99',
	'before:-1',
	'after:0001-01-01',
	'before:9999-12-31',
	'lang:xx',
	'🙂',
	'🙂🙂🙂 kind:message',
	'ﷺ',
	'ﬀ½№',
	'a·b·c',
	'日本語',
	'city:co '.repeat(80),
	'"lighthouse by" '.repeat(40),
	'=lighthouse',
	'123456789012345678901234567890',
	'ŉ'
] as const)('rubbish is answered like anything else: %s', async (text, { services }) => {
	const { rui } = await desk(services);
	const results = await found(services, rui, text);
	expect(results.hits.length, q(text)).toBeLessThanOrEqual(20);
});
