import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { visitor, type Person } from '#lib/model/access/actor.ts';
import { streamOfPerson } from '#lib/model/notifications/entries.ts';
import { notify } from '#lib/server/notifications/notify.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { readPlace } from '#lib/server/notifications/read-at.ts';
import { memberships } from '#lib/server/db/schema/people.ts';
import { Forbidden, Invalid, NotFound } from '#lib/server/platform/errors.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { bringBackNotifications, finishNotifications, readNotifications } from '#lib/server/notifications/inbox/marks.ts';
import { countWaiting, entriesOnAPage, openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { deletePost } from '#lib/server/threads/change-post.ts';
import { hidePost } from '#lib/server/threads/hide-post.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { edits, excerptsFor, mention, says, toldTo, waitsFor } from '../../support/inbox.ts';
import { expect, test, type TestServices } from '../../support/network-of-two.ts';

const waiting = async ({ db }: TestServices, person: Person) => (await countWaiting(db, person)).waiting;

/** How much of what is not done somebody has not read. */
async function newTo({ db }: TestServices, person: Person): Promise<number> {
	const views = await Promise.all((['waiting', 'informing'] as const).map((view) => openInbox(db, person, { view })));
	return views.flatMap(({ entries }) => entries).filter(({ read }) => !read).length;
}

async function idsOf({ db }: TestServices, person: Person): Promise<string[]> {
	return (await openInbox(db, person, { view: 'waiting' })).entries.map(({ id }) => id);
}

test('what is read waits still, in every number; what is done waits no longer, and comes back as it was', async ({
	services,
	network,
	marek,
	ilze
}) => {
	for (const text of ['one', 'two', 'three']) await says(services, network.slug, marek, `${mention(ilze)} ${text}`);
	const [three, two, one] = await idsOf(services, ilze);
	expect(await readNotifications(services, ilze, { ids: [one, two] })).toEqual({ ids: expect.arrayContaining([one, two]) });
	expect(await waiting(services, ilze)).toBe(3);
	expect(await waitsFor(services, ilze)).toHaveLength(3);
	await finishNotifications(services, ilze, { ids: [three, two] });
	expect(await waiting(services, ilze)).toBe(1);
	expect(await waitsFor(services, ilze)).toEqual([[1, 'mention']]);
	const { entries } = await openInbox(services.db, ilze, { view: 'done' });
	expect(entries.map(({ id, read }) => [id, read])).toEqual([
		[three, false],
		[two, true]
	]);
	await bringBackNotifications(services, ilze, { ids: [three, two] });
	expect(await waiting(services, ilze)).toBe(3);
	expect(await idsOf(services, ilze)).toEqual([three, two, one]);
});

test('who was mentioned by an edit after they had read on has read it by coming to the place, and nobody else', async ({
	services,
	network,
	marek,
	ilze
}) => {
	const elio = await network.person('Elio');
	const first = await says(services, network.slug, marek, 'before');
	const { seq } = await says(services, network.slug, marek, 'and after');
	await markRead(services, ilze, { read: [{ stream: network.stream, seq }] });
	await edits(services, marek, first, 1, `${mention(ilze)} ${mention(elio)} before`);
	await markRead(services, ilze, { read: [{ stream: network.stream, seq: seq + 1 }] });
	expect(await newTo(services, ilze)).toBe(1);
	for (const [actor, place] of [
		[visitor, first.seq],
		[marek, first.seq],
		[ilze, seq]
	] as const)
		await readPlace(services, actor, { stream: network.stream, seq: place });
	expect(await newTo(services, ilze)).toBe(1);
	await readPlace(services, ilze, { stream: network.stream, seq: first.seq });
	expect([await newTo(services, ilze), await newTo(services, elio)]).toEqual([0, 1]);
	expect(await waiting(services, ilze)).toBe(1);
});

test('who reads on in a meeting has read the reminder of it, which informs and never waits', async ({ services, network, marek, ilze }) => {
	const item = { kind: 'meeting', id: network.stream.replace('meeting:', '') } as const;
	const { seq } = await says(services, network.slug, marek, 'See you tomorrow');
	await services.db.transaction((tx) =>
		notify(tx, {
			network: network.id,
			item,
			stream: network.stream,
			seq: 0,
			actor: null,
			at: services.clock.now(),
			people: [{ id: ilze.id, kind: 'reminder' }]
		})
	);
	await deliveryOf(services).due();
	expect([await newTo(services, ilze), await waiting(services, ilze)]).toEqual([1, 0]);
	await markRead(services, ilze, { read: [{ stream: network.stream, seq }] });
	expect([await newTo(services, ilze), await toldTo(services, ilze)]).toEqual([0, [[0, 'reminder']]]);
});

test('doing it twice changes nothing and tells nobody', async ({ services, network, marek, ilze }) => {
	await says(services, network.slug, marek, mention(ilze));
	const ids = await idsOf(services, ilze);
	for (const mark of [readNotifications, finishNotifications, bringBackNotifications]) {
		expect(await mark(services, ilze, { ids })).toEqual({ ids });
		expect(await mark(services, ilze, { ids })).toEqual({ ids: [] });
	}
	const events = await eventsSince(services.sql, streamOfPerson(ilze.id), 0, 10);
	expect(events.map(({ name }) => name)).toEqual([
		'notification.arrived',
		'notification.read',
		'notification.done',
		'notification.undone'
	]);
});

test('all of an item is done up to what was seen, not what came since', async ({ services, network, marek, ilze }) => {
	for (let n = 0; n < 90; n++) await says(services, network.slug, marek, mention(ilze));
	const { entries } = await openInbox(services.db, ilze, { view: 'waiting' });
	const newest = entries[0];
	if (!newest) throw new Error('nothing waits');
	await says(services, network.slug, marek, `${mention(ilze)} one more`);
	const { ids } = await finishNotifications(services, ilze, { view: 'waiting', item: newest.item, upTo: newest.arrived });
	expect(ids).toHaveLength(90);
	expect(await waitsFor(services, ilze)).toEqual([[91, 'mention']]);
	await bringBackNotifications(services, ilze, { ids });
	expect(await waiting(services, ilze)).toBe(91);
	const sizes = (await eventsSince(services.sql, streamOfPerson(ilze.id), 91, 10)).map(({ payload }) => JSON.stringify(payload).length);
	expect(sizes).toHaveLength(6);
	expect(Math.max(...sizes)).toBeLessThan(16_000);
});

test('an inbox is paged by the places of what arrived', async ({ services, network, marek, ilze }) => {
	for (let n = 0; n < entriesOnAPage + 5; n++) await says(services, network.slug, marek, mention(ilze));
	const first = await openInbox(services.db, ilze, { view: 'waiting' });
	expect([first.entries.length, first.entries[0]?.arrived, first.from, first.upTo]).toEqual([
		entriesOnAPage,
		entriesOnAPage + 5,
		6,
		null
	]);
	const second = await openInbox(services.db, ilze, { view: 'waiting', before: first.from });
	expect([second.entries.map(({ arrived }) => arrived), second.from, second.upTo]).toEqual([[5, 4, 3, 2, 1], 0, 5]);
});

test('coming to the place itself reads what told of it', async ({ services, network, marek, ilze }) => {
	const early = await says(services, network.slug, marek, 'Before');
	for (let n = 0; n < 3; n++) await says(services, network.slug, marek, mention(ilze));
	await markRead(services, ilze, { read: [{ stream: network.stream, seq: 3 }] });
	expect([await newTo(services, ilze), await waiting(services, ilze)]).toEqual([1, 3]);
	// Mentioned in what lies behind: that the reader goes on says nothing about it.
	await edits(services, marek, early, 1, `Before ${mention(ilze)}`);
	await markRead(services, ilze, { read: [{ stream: network.stream, seq: 4 }] });
	expect((await openInbox(services.db, ilze, { view: 'waiting' })).entries.map(({ seq, read }) => [seq, read])).toEqual([
		[1, false],
		[4, true],
		[3, true],
		[2, true]
	]);
});

test('nobody marks what is another’s, and nonsense is refused', async ({ services, network, marek, ilze }) => {
	await says(services, network.slug, marek, mention(ilze));
	const ids = await idsOf(services, ilze);
	for (const mark of [readNotifications, finishNotifications, bringBackNotifications]) {
		await expect(mark(services, marek, { ids })).rejects.toThrow(NotFound);
		await expect(mark(services, ilze, { ids: [randomUUID()] })).rejects.toThrow(NotFound);
		await expect(mark(services, visitor, { ids })).rejects.toThrow(Forbidden);
		await expect(mark(services, { ...ilze, suspended: true }, { ids })).rejects.toThrow(Forbidden);
		for (const rubbish of [null, {}, { ids: [] }, { ids: ['x'] }, { ids: 'all' }])
			await expect(mark(services, ilze, rubbish)).rejects.toThrow(Invalid);
	}
	expect(await waitsFor(services, ilze)).toHaveLength(1);
});

test('who no longer belongs to the network has nothing of it in the inbox, nor in the count', async ({
	services,
	network,
	marek,
	ilze
}) => {
	await says(services, network.slug, marek, mention(ilze));
	const ids = await idsOf(services, ilze);
	await services.db.update(memberships).set({ endsAt: services.clock.now() }).where(eq(memberships.personId, ilze.id));
	const outside = { ...ilze, memberships: [] };
	expect([await waitsFor(services, outside), await waiting(services, outside)]).toEqual([[], 0]);
	await expect(finishNotifications(services, outside, { ids })).rejects.toThrow(NotFound);
});

test('a post that is hidden or deleted is told no more, one that is edited by what may be read of it now', async ({
	services,
	network,
	marek,
	ilze
}) => {
	const [hidden, gone, better] = [
		await says(services, network.slug, marek, `${mention(ilze)} to hide`),
		await says(services, network.slug, marek, `${mention(ilze)} to delete`),
		await says(services, network.slug, marek, `${mention(ilze)} to better`)
	];
	expect(await excerptsFor(services, ilze)).toEqual(['@Ilze to better', '@Ilze to delete', '@Ilze to hide']);
	await hidePost(services, marek, { commandId: randomUUID(), id: hidden.id, reason: 'Names a child' });
	await deletePost(services, marek, { commandId: randomUUID(), id: gone.id });
	await edits(services, marek, better, 1, `${mention(ilze)} said better`);
	expect(await excerptsFor(services, ilze)).toEqual(['@Ilze said better']);
	expect(await waiting(services, ilze)).toBe(1);
});
