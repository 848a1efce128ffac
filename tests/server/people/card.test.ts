import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { roleGroup } from '#lib/model/access/groups.ts';
import { visitor, type Actor, type Person } from '#lib/model/access/actor.ts';
import type { SeenBy } from '#lib/model/people/seen-by.ts';
import { memberships, people } from '#lib/server/db/schema/people.ts';
import { Invalid, NotFound } from '#lib/server/platform/errors.ts';
import { openCard } from '#lib/server/people/card.ts';
import { directory, findPartner } from '#lib/server/people/directory.ts';
import { findMember } from '#lib/server/people/find-member.ts';
import { changeOwnCard, findOwnCard } from '#lib/server/people/own-card.ts';
import { suspendPerson } from '#lib/server/people/suspend.ts';
import { deletePost } from '#lib/server/threads/change-post.ts';
import { hidePost } from '#lib/server/threads/hide-post.ts';
import { mentionable } from '#lib/server/threads/mentionable.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { actorOf, who } from '../../support/actors.ts';
import { expect, test, type TestServices } from '../../support/network-of-two.ts';
import { test as demoTest } from '../../support/demo.ts';
import { rubbish } from '../../support/rubbish.ts';
import { saying } from '../../support/saying.ts';

const cardOf = (services: TestServices, reader: Actor, { id }: { id: string }) => openCard(services, reader, { id, locale: 'en' });
const once = () => ({ commandId: randomUUID() });

demoTest('a colleague finds what somebody does, is and speaks, where they are, and how to reach them', async ({ demo }) => {
	const [vija, reader] = [await actorOf(demo, who.coordinator), await actorOf(demo, who.host)];
	expect(await cardOf(demo, reader, vija)).toMatchObject({
		name: 'Vija Tiltakrasta',
		city: 'da',
		role: 'coordinator',
		roles: [{ role: 'coordinator', expertKind: null, city: 'da' }],
		does: 'Youth policy, local group',
		languages: ['lv', 'ru', 'en'],
		timeZone: 'Europe/Riga',
		email: who.coordinator,
		telephone: '+371 00000000',
		suspended: false,
		act: null
	});
});

demoTest('somebody of another network and a visitor find no card, and neither does anybody for what is no person', async ({ demo }) => {
	const vija = await actorOf(demo, who.coordinator);
	const foreign: Person = { ...vija, id: randomUUID(), memberships: [{ ...vija.memberships[0]!, network: randomUUID() }] };
	for (const outsider of [visitor, foreign, { ...vija, suspended: true }])
		await expect(cardOf(demo, outsider, vija)).rejects.toBeInstanceOf(NotFound);
	for (const id of [...rubbish, randomUUID()]) await expect(cardOf(demo, vija, { id: id as string })).rejects.toBeInstanceOf(NotFound);
});

demoTest(
	'the card of who is suspended is there for leads alone, and that of who left for nobody, as in the directory',
	async ({ demo }) => {
		const [lead, vija, ilze, artis] = await Promise.all(
			[who.lead, who.coordinator, who.officer, who.local].map((email) => actorOf(demo, email))
		);
		await suspendPerson(demo, lead!, { ...once(), id: ilze!.id, reason: 'For the card' });
		expect(await cardOf(demo, lead!, ilze!)).toMatchObject({ suspended: true, act: 'readmit' });
		await expect(cardOf(demo, vija!, ilze!)).rejects.toBeInstanceOf(NotFound);
		await demo.db.update(memberships).set({ endsAt: demo.clock.now() }).where(eq(memberships.personId, artis!.id));
		for (const reader of [lead!, vija!]) await expect(cardOf(demo, reader, artis!)).rejects.toBeInstanceOf(NotFound);
	}
);

demoTest('address and number are seen as each allows: on the card, in the directory and before somebody is suspended', async ({ demo }) => {
	const [vija, officer, expert, local, reader, lead] = await Promise.all(
		[who.coordinator, who.host, who.expert, who.local, who.reader, who.lead].map((email) => actorOf(demo, email))
	);
	const seen = async (by: Person) => {
		const { email, telephone } = await cardOf(demo, by, vija!);
		const inCity = (await findPartner(demo, by, 'daugavpils')).people.find(({ id }) => id === vija!.id)?.email;
		const { partners } = await directory(demo, by);
		const inDirectory = partners.flatMap((city) => city.people).find(({ id }) => id === vija!.id)?.email;
		const asMember = await findMember(demo.db, by, vija!.id, demo.clock.now());
		expect([inCity, inDirectory, asMember.email]).toEqual([email, email, email]);
		return [email, telephone].map((one) => one !== null);
	};
	const allow = (emailSeenBy: SeenBy, telephoneSeenBy: SeenBy) =>
		demo.db.update(people).set({ emailSeenBy, telephoneSeenBy }).where(eq(people.id, vija!.id));
	await allow('network', 'partners');
	for (const by of [officer!, expert!, lead!]) expect(await seen(by), by.name).toEqual([true, true]);
	for (const by of [local!, reader!]) expect(await seen(by), by.name).toEqual([true, false]);
	await allow('partners', 'network');
	for (const by of [local!, reader!]) expect(await seen(by), by.name).toEqual([false, true]);
	await allow('nobody', 'nobody');
	for (const by of [officer!, expert!, lead!, local!, reader!]) expect(await seen(by), by.name).toEqual([false, false]);
	expect(await seen(vija!)).toEqual([true, true]);
});

test('an address that may not be seen tells no namesakes apart in the list of mentions', async ({ services, network, marek, ilze }) => {
	const [one, other] = [await network.person('Ana Silva'), await network.person('Ana Silva')];
	const mail = (id: string, emailSeenBy: SeenBy) =>
		services.db
			.update(people)
			.set({ email: `${id}@cm-coimbra.example`, emailSeenBy })
			.where(eq(people.id, id));
	await mail(one.id, 'partners');
	await mail(other.id, 'nobody');
	const told = async (reader: Person) =>
		new Map((await mentionable(services, reader, network.stream)).people.map(({ id, mailAt }) => [id, mailAt]));
	expect(await told(ilze)).toEqual(
		new Map([
			[one.id, `${one.id}@cm-coimbra.example`],
			[other.id, 'cm-coimbra.example'],
			[marek.id, undefined]
		])
	);
	const local = await network.person('Lota', { role: 'local' });
	expect((await told(local)).get(one.id)).toBe('cm-coimbra.example');
});

test('a card tells the latest messages, and of those that the reader may not hear nothing', async ({ services, network, marek, ilze }) => {
	const say = async (words: string) => {
		services.clock.advance(60);
		return postMessage(services, marek, { ...once(), stream: network.stream, doc: saying(words), lang: 'en' });
	};
	for (const n of [1, 2, 3, 4, 5, 6]) await say(`Message ${n}`);
	const told = async (reader: Person) => (await cardOf(services, reader, marek)).wrote.map(({ excerpt }) => excerpt);
	expect(await told(ilze)).toEqual(['Message 6', 'Message 5', 'Message 4', 'Message 3', 'Message 2']);
	const { wrote } = await cardOf(services, ilze, marek);
	expect(wrote[0]).toMatchObject({
		href: `/meetings/${network.slug}/p/6`,
		city: 'co',
		lang: 'en',
		at: services.clock.now().toISOString()
	});

	const [hidden, deleted] = [await say('Hidden soon'), await say('Deleted soon')];
	await hidePost(services, marek, { ...once(), id: hidden.id, reason: 'For the card' });
	await deletePost(services, marek, { ...once(), id: deleted.id });
	expect(await told(ilze)).toContain('Message 6');
	expect((await told(ilze)).join()).not.toMatch(/soon/);

	await services.sql`update streams set audience = ${[roleGroup(network.id, 'lead')]} where id = ${network.stream}`;
	expect(await told(ilze)).toEqual([]);
	expect(await told(await network.person('Vija', { role: 'lead', city: null }))).toContain('Message 6');
});

const fine = { does: 'Youth policy', telephone: '', emailSeenBy: 'network', telephoneSeenBy: 'partners' };

test('people change what their card tells, and may take all of it back', async ({ services, ilze }) => {
	const none = { does: '', languages: [], telephone: '', emailSeenBy: 'network', telephoneSeenBy: 'partners' };
	expect(await findOwnCard(services, ilze)).toEqual(none);
	await changeOwnCard(services, ilze, {
		does: '  Youth   policy,\nlocal group ',
		telephone: ' 00371 20000000 ',
		emailSeenBy: 'partners',
		telephoneSeenBy: 'nobody',
		'speaks-lv': 'on',
		'speaks-en': 'on'
	});
	expect(await findOwnCard(services, ilze)).toEqual({
		does: 'Youth policy, local group',
		languages: ['lv', 'en'],
		telephone: '+371 20000000',
		emailSeenBy: 'partners',
		telephoneSeenBy: 'nobody'
	});
	await changeOwnCard(services, ilze, { ...fine, does: '' });
	expect(await findOwnCard(services, ilze)).toEqual(none);
});

test.for([
	['does', 'x'.repeat(161), 'does', 'too_long'],
	['telephone', '20000000', 'telephone', 'telephone'],
	['telephone', `+371 20${'0 '.repeat(40)}0`, 'telephone', 'too_long'],
	['emailSeenBy', 'everybody', 'emailSeenBy', 'invalid_value'],
	['telephoneSeenBy', '', 'telephoneSeenBy', 'invalid_value'],
	['speaks-klingon', 'on', 'languages.0', 'invalid_value']
] as const)('a card with this is refused, and stays as it was: %s %j', async ([name, value, field, code], { services, ilze }) => {
	const refused = changeOwnCard(services, ilze, { ...fine, [name]: value });
	await expect(refused).rejects.toBeInstanceOf(Invalid);
	await expect(refused).rejects.toMatchObject({ issues: [{ field, code }] });
	expect(await findOwnCard(services, ilze)).toMatchObject({ does: '', telephone: '', languages: [] });
});
