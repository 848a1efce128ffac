import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { sql } from 'drizzle-orm';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { roleGroup } from '#lib/model/access/groups.ts';
import '#lib/server/threads/files-in-posts.ts';
import { readableUse } from '#lib/server/files/subjects.ts';
import { deliveryOf } from '#lib/server/notifications/deliver.ts';
import { openDesk } from '#lib/server/desk/queries.ts';
import { setFollowLevel } from '#lib/server/notifications/follow.ts';
import { openInbox } from '#lib/server/notifications/inbox/open-inbox.ts';
import { listMeetings, meetingAt } from '#lib/server/meetings/queries.ts';
import { meetingActivity } from '#lib/server/meetings/activity.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { editPost } from '#lib/server/threads/change-post.ts';
import { findPost } from '#lib/server/threads/find-post.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { mentionable } from '#lib/server/threads/mentionable.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { react } from '#lib/server/threads/react.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { search } from '#lib/server/search/search.ts';
import { expect, test as base, type TestServices } from '../../support/database.ts';
import { mention } from '../../support/inbox.ts';
import { ask, liveOn, type LiveServer } from '../../support/live.ts';
import { smallNetwork } from '../../support/thread.ts';

const test = base.extend<{ live: LiveServer }>({
	live: async ({ services }, use) => {
		const live = await liveOn(services);
		await use(live);
		await live.close();
	}
});

/** A meeting that only the leads of its network may hear, one of them, and somebody of the same network beside them. */
async function amongLeads(services: TestServices) {
	const network = await smallNetwork(services);
	const audience = [roleGroup(network.id, 'lead')];
	await services.sql`update streams set audience = ${audience} where id = ${network.stream}`;
	const [lead, other] = [
		await network.person('Marek', { role: 'lead', city: null }),
		await network.person('Vija', { role: 'lead', city: null })
	];
	const ilze = await network.person('Ilze');
	const [{ id: meeting } = { id: '' }] = await services.sql<{ id: string }[]>`select id from meetings`;
	return { ...network, lead, other, ilze, item: { kind: 'meeting', id: meeting } };
}

test('who belongs to the network and not to the audience learns nothing of what is said', async ({ services, live }) => {
	const { stream, slug, lead, other, ilze, item } = await amongLeads(services);
	await setFollowLevel(services.db, ilze.id, { item, level: 'all', at: services.clock.now() });
	await setFollowLevel(services.db, other.id, { item, level: 'all', at: services.clock.now() });
	const [hers, theirs] = [await live.line(ilze), await live.line(other)];
	const heard: Record<'hers' | 'theirs', unknown[]> = { hers: [], theirs: [] };
	hers.onAny((...words: unknown[]) => heard.hers.push(words));
	theirs.on('activity', (...activities: unknown[]) => heard.theirs.push(...activities));
	expect(await ask(hers, 'follow', { stream, seq: 0 })).toMatchObject({ refused: { code: 'not_found' } });

	const doc = fromMarkdown(`Kumquats for ${mention(ilze)} and ${mention(other)}`);
	const { id, seq } = await postMessage(services, lead, { commandId: randomUUID(), stream, doc, lang: 'en' });
	await deliveryOf(services).due();
	await vi.waitFor(() => expect(heard.theirs).toEqual([{ stream, said: [[seq, lead.id]] }]), 4000);

	expect(heard.hers).toEqual([]);
	expect((await openInbox(services.db, other, { view: 'waiting' })).entries).toHaveLength(1);
	expect(await services.sql`select from notifications where person_id = ${ilze.id}`).toHaveLength(0);
	const said = (await openThread(services.db, other, { stream, locale: 'en', window: {} })).thread.posts[0]?.doc;
	expect(JSON.stringify(said)).toContain(other.id);
	expect(JSON.stringify(said)).not.toContain(ilze.id);

	const hidden = [
		openThread(services.db, ilze, { stream, locale: 'en', window: {} }),
		meetingAt(services.db, ilze, slug),
		findPost(services.db, ilze, { id }),
		mentionable(services, ilze, stream),
		postMessage(services, ilze, { commandId: randomUUID(), stream, doc, lang: 'en' }),
		editPost(services, ilze, { commandId: randomUUID(), id, revision: 1, doc, lang: 'en' }),
		react(services, ilze, { commandId: randomUUID(), id, kind: 'thanks', on: true })
	];
	for (const one of await Promise.allSettled(hidden)) expect(one).toMatchObject({ status: 'rejected', reason: expect.any(NotFound) });
	expect((await mentionable(services, lead, stream)).people.map(({ name }) => name)).toEqual(['Vija']);
	expect(await listMeetings(services.db, ilze, 'en')).toEqual([]);
	expect(await meetingActivity(services.db, ilze)).toEqual({});
	expect(await openDesk(services, ilze, 'en')).toMatchObject({ unread: [], latest: [], panels: { meetings: null } });
	expect(await openDesk(services, other, 'en')).toMatchObject({ unread: [{ stream, count: 1 }], latest: [{ seq }] });
	await markRead(services, ilze, { read: [{ stream, read: [[1, 1]], jumped: [] }] });
	expect(await services.sql`select from read_states where person_id = ${ilze.id}`).toHaveLength(0);

	await catchUp(services.sql, services.log, { most: 100, rest: 0 });
	const find = async (actor: typeof ilze) =>
		(await search(services, { actor, locale: 'en', now: services.clock.now() }, { text: 'kumquats' })).hits.length;
	expect([await find(other), await find(ilze)]).toEqual([1, 0]);
	const slipped = await search(services, { actor: ilze, locale: 'en', now: services.clock.now() }, { text: 'kumqats' });
	expect(slipped).toMatchObject({ hits: [], meant: [] });
});

test('a file is read by those who hear the thread it stands in', async ({ services }) => {
	const { stream, lead, other, ilze, id: network } = await amongLeads(services);
	const { id } = await postMessage(services, lead, { commandId: randomUUID(), stream, doc: fromMarkdown('See the sheet'), lang: 'en' });
	const file = randomUUID();
	await services.sql`
		insert into files (id, sha256, size, type, kind, name, owner_id, network_id, series_id, created_at)
		values (${file}, ${'a'.repeat(64)}, 1, 'text/plain', 'text', 'notes.txt', ${lead.id}, ${network}, ${file}, now())`;
	await services.sql`insert into file_uses (file_id, subject_kind, subject_id, position, by, at) values (${file}, 'post', ${id}, 0, ${lead.id}, now())`;
	const reads = async (actor: typeof ilze) =>
		(await services.db.execute(sql`select from file_uses used where ${readableUse(actor)}`)).length;
	expect([await reads(other), await reads(ilze)]).toEqual([1, 0]);
});
