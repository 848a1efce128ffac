import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { setFollowLevel } from '#lib/server/notifications/follow.ts';
import { cardsOf } from '#lib/server/notifications/inbox/items.ts';
import { countWaiting, openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { suspendPerson } from '#lib/server/people/suspend.ts';
import { deletePost } from '#lib/server/threads/change-post.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { expect, test as base, type TestServices } from '../../support/database.ts';
import { coimbra, edits, mention, says, toldTo, waitsFor } from '../../support/inbox.ts';
import { smallNetwork, type SmallNetwork } from '../../support/thread.ts';

interface Room {
	network: SmallNetwork;
	marek: Person;
	rui: Person;
	ilze: Person;
}

const test = base.extend<Room>({
	network: async ({ services }, use) => use(await smallNetwork(services)),
	/** The author of what addresses others. */
	marek: async ({ network }, use) => use(await network.person('Marek', { role: 'expert', city: null, expertKind: 'lead' })),
	rui: async ({ network }, use) => use(await network.person('Rui', { role: 'lead', city: null })),
	ilze: async ({ network }, use) => use(await network.person('Ilze'))
});

const hide = async (services: TestServices, lead: Person, id: string) => {
	await hidePost(services, lead, { commandId: randomUUID(), id, reason: 'It names a child' });
	await deliveryOf(services).due();
};
const restore = async (services: TestServices, lead: Person, id: string) => {
	await restorePost(services, lead, { commandId: randomUUID(), id });
	await deliveryOf(services).due();
};
const waiting = async ({ db }: TestServices, person: Person) => (await countWaiting(db, person)).waiting;

/** What somebody's inbox says of what became of their own words. */
async function toldOfOwn({ db }: TestServices, person: Person) {
	const { entries } = await openInbox(db, person, { view: 'waiting' });
	const its = entries.filter(({ kind }) => kind === 'moderation');
	const cards = await cardsOf(db, person, 'en', its);
	return its.map(({ id, seq }) => ({ seq, by: cards[id]?.who?.name, state: cards[id]?.state, because: cards[id]?.because }));
}

test('a mention that is edited out is told no more, and told again when it is edited in', async ({ services, network, marek, ilze }) => {
	const elio = await network.person('Elio');
	const post = await says(services, network.slug, marek, `${mention(ilze)} and ${mention(elio)}`);
	await edits(services, marek, post, 1, mention(elio));
	expect([await toldTo(services, ilze), await waiting(services, ilze)]).toEqual([[], 0]);
	expect(await waitsFor(services, elio)).toEqual([[post.seq, 'mention']]);
	await edits(services, marek, post, 2, `${mention(ilze)} and ${mention(elio)}`);
	expect([await toldTo(services, ilze), await waiting(services, ilze)]).toEqual([[[post.seq, 'mention']], 1]);
});

test('whom another reason reaches too is told for that one, without being told anew', async ({ services, network, marek, ilze }) => {
	const elio = await network.person('Elio', { role: 'reader', city: null });
	const item = { kind: 'meeting', id: network.stream.replace('meeting:', '') };
	await setFollowLevel(services.db, elio.id, { item, level: 'all', at: services.clock.now() });
	const begun = await says(services, network.slug, ilze, 'Shall we?');
	const post = await says(services, network.slug, marek, `${mention(ilze)}, ${mention(elio)}, ${coimbra}`, begun.seq);
	await edits(services, marek, post, 1, `Gladly, ${coimbra}`);
	expect(await waitsFor(services, ilze)).toEqual([[post.seq, 'reply']]);
	expect([await toldTo(services, elio), await waiting(services, elio)]).toEqual([
		[
			[post.seq, 'follow'],
			[begun.seq, 'follow']
		],
		0
	]);
});

test('a city that is edited out waits no longer for those who speak for it', async ({ services, network, marek, ilze }) => {
	const post = await says(services, network.slug, marek, `${coimbra}, who hosts?`);
	await edits(services, marek, post, 1, 'Who hosts?');
	expect(await toldTo(services, ilze)).toEqual([]);
});

test('a hidden post is told to nobody, also not to whom it had not reached; restored it is there again, as it was', async ({
	services,
	network,
	marek,
	rui,
	ilze
}) => {
	const post = await says(services, network.slug, marek, mention(ilze));
	await hide(services, rui, post.id);
	expect([await toldTo(services, ilze), await waiting(services, ilze)]).toEqual([[], 0]);
	await services.sql`update notifications set arrived = null, delivered_at = null where person_id = ${ilze.id}`;
	await deliveryOf(services).due();
	expect(await toldTo(services, ilze)).toEqual([]);
	await restore(services, rui, post.id);
	expect([await waitsFor(services, ilze), await waiting(services, ilze)]).toEqual([[[post.seq, 'mention']], 1]);
});

test('what was done before it was hidden is done when it is restored', async ({ services, network, marek, rui, ilze }) => {
	const post = await says(services, network.slug, marek, mention(ilze));
	await says(services, network.slug, ilze, 'Yes', post.seq);
	await hide(services, rui, post.id);
	expect((await openInbox(services.db, ilze, { view: 'done' })).entries).toEqual([]);
	await restore(services, rui, post.id);
	expect((await openInbox(services.db, ilze, { view: 'done' })).entries).toHaveLength(1);
	expect(await waiting(services, ilze)).toBe(0);
});

test('a deleted post is told to nobody', async ({ services, network, marek, ilze }) => {
	const { id } = await says(services, network.slug, marek, mention(ilze));
	await deletePost(services, marek, { commandId: randomUUID(), id });
	expect([await toldTo(services, ilze), await waiting(services, ilze)]).toEqual([[], 0]);
});

test('whose post is hidden is told by whom and why, also who hears nothing of the meeting; restored, that too', async ({
	services,
	network,
	marek,
	rui,
	ilze
}) => {
	const item = { kind: 'meeting', id: network.stream.replace('meeting:', '') };
	await setFollowLevel(services.db, marek.id, { item, level: 'nothing', at: services.clock.now() });
	const { id, seq } = await says(services, network.slug, marek, `${mention(ilze)}, a secret`);
	await hide(services, rui, id);
	expect(await toldOfOwn(services, marek)).toEqual([{ seq, by: 'Rui', state: 'hidden', because: 'It names a child' }]);
	expect(await waiting(services, marek)).toBe(1);
	await restore(services, rui, id);
	expect(await toldOfOwn(services, marek)).toEqual([{ seq, by: 'Rui', state: 'there', because: null }]);
	await hide(services, rui, id);
	expect(await toldOfOwn(services, marek)).toMatchObject([{ state: 'hidden' }]);
	expect([await toldOfOwn(services, ilze), await toldOfOwn(services, rui)]).toEqual([[], []]);
	await deletePost(services, marek, { commandId: randomUUID(), id }).catch(() => undefined);
});

test('a lead who hides a message of their own is told nothing, nor is an author who is suspended', async ({
	services,
	network,
	rui,
	ilze
}) => {
	const own = await says(services, network.slug, rui, 'Said too early');
	await hide(services, rui, own.id);
	expect(await toldTo(services, rui)).toEqual([]);
	const hers = await says(services, network.slug, ilze, 'Something rude');
	await suspendPerson(services, rui, { commandId: randomUUID(), id: ilze.id, reason: 'Rude to everybody' });
	await hide(services, rui, hers.id);
	expect(await services.sql`select from notifications where person_id = ${ilze.id}`).toHaveLength(0);
});
