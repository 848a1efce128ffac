import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { notify } from '#lib/server/notifications/notify.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { setFollowLevel } from '#lib/server/notifications/follow.ts';
import { notifications } from '#lib/server/db/schema/notifications.ts';
import { meetings } from '#lib/server/db/schema/meetings.ts';
import { memberships, people } from '#lib/server/db/schema/people.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { coimbra, edits, mention, says, toldTo } from '../../support/inbox.ts';
import { expect, test as base, type TestServices } from '../../support/network-of-two.ts';

const test = base.extend<{ item: { kind: 'meeting'; id: string } }>({
	item: async ({ services, network: _ }, use) => {
		const [meeting] = await services.db.select().from(meetings);
		await use({ kind: 'meeting', id: meeting?.id ?? '' });
	}
});

const held = (services: TestServices) => services.db.select().from(notifications);

test('a post that addresses nobody leaves nothing behind', async ({ services, network, marek }) => {
	await says(services, network.slug, marek, 'Good morning');
	expect(await held(services)).toEqual([]);
});

test('who is mentioned is told where, by whom and when, and not what was said', async ({ services, network, marek, ilze, item }) => {
	const { seq } = await says(services, network.slug, marek, `${mention(ilze)}, have you seen it?`);
	const at = services.clock.now();
	expect(await held(services)).toMatchObject([
		{
			personId: ilze.id,
			networkId: network.id,
			kind: 'mention',
			itemKind: 'meeting',
			itemId: item.id,
			stream: network.stream,
			seq,
			actorId: marek.id,
			at,
			readAt: null,
			doneAt: null,
			deliveredAt: at,
			arrived: 1
		}
	]);
	expect(JSON.stringify(await services.sql`select * from events where stream like 'user:%'`)).not.toContain('seen it');
});

test('a city’s mention reaches its coordinators and officers, and no local member', async ({ services, network, marek, ilze }) => {
	const coordinator = await network.person('Rui', { role: 'coordinator' });
	const local = await network.person('Artis', { role: 'local' });
	await says(services, network.slug, marek, `${coimbra} is the host`);
	for (const person of [coordinator, ilze]) expect(await toldTo(services, person)).toEqual([[1, 'city']]);
	expect(await toldTo(services, local)).toEqual([]);
});

test('an answer reaches who is answered, who began, and whoever wrote in the discussion', async ({ services, network, marek, ilze }) => {
	const [elio, rui, silent] = [await network.person('Elio'), await network.person('Rui'), await network.person('Silent')];
	const begun = await says(services, network.slug, ilze, 'Shall we?');
	await says(services, network.slug, elio, 'Gladly', begun.seq);
	const answered = await says(services, network.slug, rui, 'Rather not', begun.seq);
	await says(services, network.slug, marek, 'Why not?', answered.seq);
	expect(await toldTo(services, ilze)).toEqual([
		[4, 'reply'],
		[3, 'reply'],
		[2, 'reply']
	]);
	expect(await toldTo(services, rui)).toEqual([[4, 'reply']]);
	expect(await toldTo(services, elio)).toEqual([
		[4, 'follow'],
		[3, 'follow']
	]);
	expect(await toldTo(services, silent)).toEqual([]);
});

test('who follows everything hears everything, who wants nothing hears nothing, not even their name', async ({
	services,
	network,
	marek,
	ilze,
	item
}) => {
	const elio = await network.person('Elio');
	await setFollowLevel(services.db, elio.id, { item, level: 'all', at: services.clock.now() });
	await setFollowLevel(services.db, ilze.id, { item, level: 'nothing', at: services.clock.now() });
	await says(services, network.slug, marek, 'Good morning');
	await says(services, network.slug, marek, `${mention(ilze)}, good morning`);
	expect(await toldTo(services, elio)).toEqual([
		[2, 'follow'],
		[1, 'follow']
	]);
	expect(await toldTo(services, ilze)).toEqual([]);
});

test('of several reasons the strongest counts, and nobody is told of what they do themselves', async ({
	services,
	network,
	marek,
	ilze,
	item
}) => {
	for (const { id } of [marek, ilze]) await setFollowLevel(services.db, id, { item, level: 'all', at: services.clock.now() });
	const begun = await says(services, network.slug, ilze, 'Shall we?');
	await says(services, network.slug, marek, `${coimbra}, ${mention(ilze)} and ${mention(marek)} again ${mention(ilze)}`, begun.seq);
	expect(await toldTo(services, ilze)).toEqual([[2, 'mention']]);
	expect(await toldTo(services, marek)).toEqual([[1, 'follow']]);
});

test('nobody is told who may not read the meeting', async ({ services, network, marek, item }) => {
	const outside = {
		suspended: await network.person('Suspended'),
		ended: await network.person('Ended'),
		foreign: await network.person('Foreign', { network: randomUUID() })
	};
	await services.db.update(people).set({ suspendedAt: services.clock.now() }).where(eq(people.id, outside.suspended.id));
	await services.db.update(memberships).set({ endsAt: services.clock.now() }).where(eq(memberships.personId, outside.ended.id));
	for (const { id } of Object.values(outside)) await setFollowLevel(services.db, id, { item, level: 'all', at: services.clock.now() });
	services.clock.advance(1);
	await says(services, network.slug, marek, coimbra);
	const told = { network: network.id, item, stream: network.stream, seq: 1, actor: marek.id, at: services.clock.now() };
	const all = Object.values(outside).map(({ id }) => ({ id, kind: 'mention' as const }));
	expect(await services.db.transaction((tx) => notify(tx, { ...told, people: all }))).toBe(false);
	expect(await held(services)).toEqual([]);
});

test('the same command again tells nobody a second time', async ({ services, network, marek, ilze }) => {
	const input = { commandId: randomUUID(), slug: network.slug, doc: fromMarkdown(mention(ilze)), lang: 'en' };
	await Promise.all([1, 2, 3].map(() => postInMeeting(services, marek, input)));
	await postInMeeting(services, marek, input);
	await deliveryOf(services).due();
	expect(await toldTo(services, ilze)).toEqual([[1, 'mention']]);
});

test('posts that are written together tell everybody of their own', async ({ services, network, marek, ilze }) => {
	const elio = await network.person('Elio');
	await Promise.all(
		[mention(ilze), 'nobody', mention(elio), `${mention(ilze)} ${mention(elio)}`].map((text) =>
			postInMeeting(services, marek, { commandId: randomUUID(), slug: network.slug, doc: fromMarkdown(text), lang: 'en' })
		)
	);
	await deliveryOf(services).due();
	for (const person of [ilze, elio]) expect(await toldTo(services, person)).toHaveLength(2);
});

test('an edit tells who is mentioned only now, once', async ({ services, network, marek, ilze }) => {
	const elio = await network.person('Elio');
	const post = await says(services, network.slug, marek, `${mention(elio)} knows`);
	await edits(services, marek, post, 1, `${mention(elio)} and ${mention(ilze)} know`);
	await edits(services, marek, post, 2, `${mention(elio)} knows`);
	await edits(services, marek, post, 3, `${mention(elio)} and ${mention(ilze)} and ${mention(ilze)} know`);
	for (const person of [ilze, elio]) expect(await toldTo(services, person)).toEqual([[post.seq, 'mention']]);
});

test('a stronger reason that comes later is told anew, a weaker one is not', async ({ services, network, marek, ilze, item }) => {
	const elio = await network.person('Elio', { role: 'expert', city: null, expertKind: 'adhoc' });
	await setFollowLevel(services.db, ilze.id, { item, level: 'all', at: services.clock.now() });
	const told: string[][] = [];
	services.notified.listen((ids) => told.push(ids));
	const post = await says(services, network.slug, marek, mention(elio));
	const later = await says(services, network.slug, marek, 'Meanwhile');
	await edits(services, marek, post, 1, `${mention(elio)} and ${mention(ilze)}`);
	await edits(services, marek, later, 1, coimbra);
	expect(await toldTo(services, ilze)).toEqual([
		[later.seq, 'city'],
		[post.seq, 'mention']
	]);
	expect(told.map((ids) => ids.length)).toEqual([2, 1, 1, 1]);
});
