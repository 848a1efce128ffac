import { modelNouns } from '#lib/model/nouns.ts';
import { fillKinds } from '#lib/server/db/kinds.ts';
import { seedDemo } from '#lib/server/demo/seed.ts';
import { openDesk } from '#lib/server/desk/queries.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { search } from '#lib/server/search/search.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { actorOf, who } from '../support/actors.ts';
import { expect, test as base, type TestServices } from '../support/database.ts';
import { makeMemos, memos } from './memos/server/table.ts';

/** A test with what a demo holds that was filled when memos were plugged in. */
const test = base.extend<{ demo: TestServices }>({
	demo: async ({ services }, use) => {
		await fillKinds(
			services.db,
			modelNouns.flatMap(({ kinds }) => kinds ?? [])
		);
		await makeMemos(services.sql);
		await seedDemo(services);
		await catchUp(services.sql, services.log, { most: 200, rest: 0 });
		await deliveryOf(services).due();
		await use(services);
	}
});

/** What somebody learns of the memos, on every way that leads to them. */
async function learns(demo: TestServices, email: string, stream: string) {
	const actor = await actorOf(demo, email);
	const desk = await openDesk(demo, actor, 'en');
	const asking = { actor, locale: 'en', now: demo.clock.now() };
	const found = await search(demo, asking, { text: 'kumquats' });
	const inbox = await openInbox(demo.db, actor, { view: 'waiting' });
	return {
		panel: desk.panels.memos?.map(({ title }) => title),
		waits: desk.unread.filter((one) => one.stream === stream).map(({ count }) => count),
		latest: JSON.stringify(desk.latest).includes('/memos/'),
		counted: (await countUnread(demo, actor))[stream],
		found: found.hits.map(({ kind }) => kind),
		told: inbox.entries.filter((one) => one.stream === stream).map(({ kind }) => kind)
	};
}

test('a new demo holds a memo with a post, for those who hear it', async ({ demo }) => {
	const [memo, ...others] = await demo.db.select().from(memos);
	expect(others).toEqual([]);
	const { stream } = memo!;
	const held = { panel: ['Who waters the kumquats'], waits: [1], latest: true, counted: [1, 2], found: ['memo'] };
	expect(await learns(demo, who.lead, stream)).toEqual({ ...held, told: ['mention'] });
	expect(await learns(demo, who.host, stream)).toEqual({ ...held, told: [] });
	const { thread } = await openThread(demo.db, await actorOf(demo, who.host), { stream, locale: 'en', window: {} });
	expect(thread.posts.map(({ author }) => author.name)).toEqual(['Rui Ponteclara']);
});

test('in a new demo nobody else learns of the memo, not even who is mentioned in it', async ({ demo }) => {
	const [memo] = await demo.db.select().from(memos);
	const { stream } = memo!;
	const lead = await actorOf(demo, who.lead);
	expect(await demo.sql`select person_id from notifications where stream = ${stream}`).toEqual([{ person_id: lead.id }]);
	for (const email of [who.expert, who.coordinator, who.reader]) {
		const nothing = { panel: [], waits: [], latest: false, counted: undefined, found: [], told: [] };
		expect(await learns(demo, email, stream)).toEqual(nothing);
		const actor = await actorOf(demo, email);
		await expect(openThread(demo.db, actor, { stream, locale: 'en', window: {} })).rejects.toThrow(NotFound);
	}
});
