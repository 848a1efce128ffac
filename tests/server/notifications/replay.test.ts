import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { vi } from 'vitest';
import type { Person } from '#lib/model/access/actor.ts';
import { eventNames } from '#lib/model/events.ts';
import type { InboxEvents } from '#lib/model/notifications/entries.ts';
import { counted } from '#lib/model/notifications/count.ts';
import { applyToInbox, inboxViews, type Inbox } from '#lib/model/notifications/inbox.ts';
import { eq } from 'drizzle-orm';
import { notifications } from '#lib/server/db/schema/notifications.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { setFollowLevel } from '#lib/server/notifications/follow.ts';
import { meetings } from '#lib/server/db/schema/meetings.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { bringBackNotifications, finishNotifications, readNotifications } from '#lib/server/notifications/inbox/marks.ts';
import { countWaiting, openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { deletePost } from '#lib/server/threads/change-post.ts';
import { findPost } from '#lib/server/threads/find-post.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { edits, mention, says, type NotifiedPost } from '../../support/inbox.ts';
import { smallNetwork } from '../../support/thread.ts';

async function atTheInbox(services: TestServices) {
	const { slug, stream, person } = await smallNetwork(services);
	const [ilze, marek, rui] = [await person('Ilze'), await person('Marek', { role: 'lead' }), await person('Rui', { role: 'lead' })];
	const load = (view: Inbox['view'], window: { from?: number; before?: number } = {}) =>
		openInbox(services.db, ilze, { view, ...window });
	const entryOf = async (id: string) => {
		const [row] = await services.db.select().from(notifications).where(eq(notifications.id, id));
		if (!row) throw new Error('no such notification');
		return row;
	};
	const postOf = async (id: string) => (await findPost(services.db, marek, { stream, seq: (await entryOf(id)).seq })).post.id;
	return {
		ilze,
		/** The post that was hidden. */
		hidden: '',
		load,
		tell: (text = '') => says(services, slug, marek, `${mention(ilze)} ${text}`),
		followAll: async (by: Person) => {
			const [meeting] = await services.db.select().from(meetings);
			await setFollowLevel(services.db, by.id, {
				item: { kind: 'meeting', id: meeting?.id ?? '' },
				level: 'all',
				at: services.clock.now()
			});
		},
		say: (text: string) => says(services, slug, marek, text),
		mentionIn: (post: NotifiedPost) => edits(services, marek, post, 1, mention(ilze)),
		/** The text changes, and who is addressed does not. */
		rewrite: async (id: string) => {
			const { seq } = await entryOf(id);
			const { post } = await findPost(services.db, marek, { stream, seq });
			const { seq: before } = await countWaiting(services.db, ilze);
			await edits(services, marek, post, post.revision, `${mention(ilze)} said otherwise`);
			await vi.waitFor(async () => expect((await countWaiting(services.db, ilze)).seq).toBeGreaterThan(before));
		},
		remove: async (id: string) => deletePost(services, marek, { commandId: randomUUID(), id: await postOf(id) }),
		hide: async (id: string) => {
			const post = await postOf(id);
			await hidePost(services, rui, { commandId: randomUUID(), id: post, reason: 'To be looked at' });
			return post;
		},
		restore: (id: string) => restorePost(services, rui, { commandId: randomUUID(), id }),
		answer: async (id: string) => says(services, slug, ilze, 'An answer', (await entryOf(id)).seq),
		read: (id: string) => readNotifications(services, ilze, { ids: [id] }),
		finish: (id: string) => finishNotifications(services, ilze, { ids: [id] }),
		bringBack: (id: string) => bringBackNotifications(services, ilze, { ids: [id] })
	};
}
type Desk = Awaited<ReturnType<typeof atTheInbox>>;

function missedSince(services: TestServices, { stream, seq }: { stream: string; seq: number }) {
	return eventsSince(services.sql, stream, seq, 1000);
}

async function caughtUp(services: TestServices, stale: Inbox): Promise<Inbox> {
	return (await missedSince(services, stale)).reduce(applyToInbox, stale);
}

/** The same window, loaded anew. */
async function anew({ load }: Desk, { view, from, upTo }: Inbox): Promise<Inbox> {
	return load(view, { from: Math.max(from, 1), ...(upTo === null ? {} : { before: upTo + 1 }) });
}

/** What is compared: a window from the first place on is one that has nothing below it. */
const whole = (inbox: Inbox): Inbox => ({ ...inbox, from: Math.max(inbox.from, 1) });

const comesAbout: Record<keyof InboxEvents, (desk: Desk, waiting: string, done: string) => Promise<unknown>> = {
	'notification.arrived': (desk) => desk.tell(),
	'notification.read': (desk, waiting) => desk.read(waiting),
	'notification.done': (desk, waiting) => desk.finish(waiting),
	'notification.undone': (desk, _, done) => desk.bringBack(done),
	'notification.withdrawn': (desk, waiting) => desk.remove(waiting),
	'notification.changed': (desk) => desk.restore(desk.hidden),
	'notification.revised': (desk, waiting) => desk.rewrite(waiting)
};

test.for(Object.entries(comesAbout))('%s: a stale inbox and the event are the fresh inbox', async ([name, happen], { services }) => {
	const desk = await atTheInbox(services);
	for (let n = 0; n < 3; n++) await desk.tell();
	const [waiting, done, other] = (await desk.load('waiting')).entries.map(({ id }) => id);
	if (!waiting || !done || !other) throw new Error('nothing waits');
	await desk.finish(done);
	if (name === 'notification.changed') desk.hidden = await desk.hide(other);
	const stales = await Promise.all(inboxViews.map((view) => desk.load(view)));
	const count = await countWaiting(services.db, desk.ilze);
	await happen(desk, waiting, done);
	const missed = await eventsSince(services.sql, count.stream, count.seq, 10);
	expect(missed.map((event) => event.name)).toEqual([name]);
	for (const stale of stales) expect(whole(await caughtUp(services, stale))).toEqual(await anew(desk, stale));
	expect(missed.reduce(counted, count)).toEqual(await countWaiting(services.db, desk.ilze));
});

test('every event has its case', () => {
	expect(new Set(Object.keys(comesAbout))).toEqual(new Set(eventNames.filter((name) => name.startsWith('notification.'))));
});

test('an event says its state and no word of what was written', async ({ services }) => {
	const desk = await atTheInbox(services);
	await desk.tell('a secret');
	const [entry] = (await desk.load('waiting')).entries;
	await desk.finish(entry?.id ?? '');
	await desk.bringBack(entry?.id ?? '');
	expect(JSON.stringify(await eventsSince(services.sql, `user:${desk.ilze.id}`, 0, 10))).not.toContain('secret');
});

test.for(['read', 'finish', null] as const)('what is told anew is new again, whatever it was: %s', async (make, { services }) => {
	const desk = await atTheInbox(services);
	await desk.followAll(desk.ilze);
	const post = await desk.say('Meanwhile');
	const [entry] = (await desk.load('informing')).entries;
	if (make) await desk[make](entry?.id ?? '');
	const stales = await Promise.all(inboxViews.map((view) => desk.load(view)));
	await desk.mentionIn(post);
	for (const stale of stales) expect(whole(await caughtUp(services, stale))).toEqual(await anew(desk, stale));
	expect((await desk.load('waiting')).waiting).toBe(1);
});

test('whatever was missed, and wherever one was', async ({ services }) => {
	const desk = await atTheInbox(services);
	const whats = ['tell', 'tell', 'inform', 'read', 'finish', 'bringBack', 'answer', 'remove', 'hide', 'restore', 'look'] as const;
	const step = fc.record({ what: fc.constantFrom(...whats), which: fc.nat() });
	await desk.followAll(desk.ilze);
	const stales: Inbox[] = await Promise.all(inboxViews.map((view) => desk.load(view)));
	const counts = [await countWaiting(services.db, desk.ilze)];
	const hidden: string[] = [];
	for (const { what, which } of fc.sample(step, { numRuns: 150, seed: 20_17 })) {
		const { entries } = await desk.load(what === 'bringBack' ? 'done' : 'waiting');
		const one = entries[which % entries.length];
		if (what === 'look') {
			counts.push(await countWaiting(services.db, desk.ilze));
			const view = inboxViews[which % 3] ?? 'waiting';
			const { entries: seen } = await desk.load(view);
			const edge = seen[which % seen.length]?.arrived;
			stales.push(await desk.load(view, which % 3 === 0 && edge ? { from: edge } : which % 3 === 1 && edge ? { before: edge } : {}));
		} else if (what === 'restore') {
			const post = hidden.splice(which % (hidden.length || 1), 1)[0];
			if (post) await desk.restore(post);
		} else if (what === 'inform') await desk.say('Good to know');
		else if (what === 'tell' || !one) await desk.tell();
		else if (what === 'hide') hidden.push(await desk.hide(one.id));
		else await desk[what](one.id);
	}
	const fresh = await countWaiting(services.db, desk.ilze);
	for (const count of counts) expect((await missedSince(services, count)).reduce(counted, count)).toEqual(fresh);
	for (const stale of stales) expect(whole(await caughtUp(services, stale))).toEqual(await anew(desk, stale));
});
