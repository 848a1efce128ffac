import { randomUUID } from 'node:crypto';
import { asc } from 'drizzle-orm';
import { visitor, type Actor, type Person } from '#lib/model/access/actor.ts';
import { audit } from '#lib/server/db/schema/streams.ts';
import { latestPosts } from '#lib/server/threads/latest-posts.ts';
import { meetingActivity } from '#lib/server/meetings/activity.ts';
import { unreadThreads } from '#lib/server/threads/unread.ts';
import { Forbidden, Invalid, NotFound } from '#lib/server/platform/errors.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { deletePost, editPost } from '#lib/server/threads/change-post.ts';
import { earlierTexts, findPost, hiddenTexts } from '#lib/server/threads/find-post.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';

/** A post, and all that a lead, its author and others do with it. */
async function aPost(services: TestServices) {
	const network = await smallNetwork(services);
	const marek = await network.person('Marek', { role: 'lead' });
	const [ilze, rui] = [await network.person('Ilze'), await network.person('Rui')];
	const say = async (text: string) =>
		(await postMessage(services, ilze, { commandId: randomUUID(), stream: network.stream, doc: saying(text), lang: 'en' })).id;
	const id = await say('A word to hide');
	return {
		network,
		marek,
		ilze,
		rui,
		id,
		say,
		hide: (by: Person, reason: unknown = 'Names a child') => hidePost(services, by, { commandId: randomUUID(), id, reason }),
		restore: (by: Person) => restorePost(services, by, { commandId: randomUUID(), id }),
		edit: (by: Person, revision = 1) =>
			editPost(services, by, { commandId: randomUUID(), id, revision, doc: saying('Other words to hide'), lang: 'lv' }),
		remove: (by: Person) => deletePost(services, by, { commandId: randomUUID(), id }),
		seenBy: async (actor: Actor) =>
			JSON.stringify((await openThread(services.db, actor, { stream: network.stream, locale: 'en', window: {} })).thread)
	};
}

const wordsOf = (value: unknown) => JSON.stringify(value).includes('to hide');

test('the audit knows who hid and restored what, when and why, and no word of the text', async ({ services }) => {
	const { network, marek, id, hide, restore } = await aPost(services);
	services.clock.set('2026-11-20T10:00:00Z');
	await hide(marek, '  Names a child,\nwithout asking  ');
	services.clock.set('2026-11-20T11:00:00Z');
	await restore(marek);
	const rows = await services.db.select().from(audit).orderBy(asc(audit.at));
	const about = { actorId: marek.id, subjectKind: 'post', subjectId: id, networkId: network.id };
	expect(rows).toMatchObject([
		{ ...about, action: 'post.hidden', reason: 'Names a child,\nwithout asking', at: new Date('2026-11-20T10:00:00Z') },
		{ ...about, action: 'post.restored', reason: null, at: new Date('2026-11-20T11:00:00Z') }
	]);
	expect(wordsOf(rows)).toBe(false);
});

test('the text is for its author and the leads alone, with the reason, until it is back for all', async ({ services }) => {
	const { marek, ilze, rui, id, hide, restore, seenBy } = await aPost(services);
	const reader = async (actor: Actor) => (await hiddenTexts(services.db, actor, [id]))[0];
	expect(await reader(marek)).toBeUndefined();
	await hide(marek);
	const told = { id, doc: saying('A word to hide'), lang: 'en', reason: 'Names a child', by: 'Marek' };
	expect([await reader(marek), await reader(ilze), await reader(rui), await reader(visitor)]).toEqual([told, told, undefined, undefined]);
	for (const actor of [marek, ilze, rui]) expect(wordsOf(await seenBy(actor))).toBe(false);
	const located = await findPost(services.db, rui, { id });
	expect(located.post).toMatchObject({ doc: null, hiddenAt: expect.any(String) });
	expect(await earlierTexts(services.db, rui, located)).toEqual([]);
	await restore(marek);
	expect(await reader(ilze)).toBeUndefined();
	expect(wordsOf(await seenBy(rui))).toBe(true);
});

test('a lead of another network reads no hidden text', async ({ services }) => {
	const { network, marek, id, hide } = await aPost(services);
	await hide(marek);
	expect(await hiddenTexts(services.db, await network.person('Foreign', { network: randomUUID(), role: 'lead' }), [id])).toEqual([]);
});

test('nobody edits a hidden post; its author may delete it, which ends it for the leads too', async ({ services }) => {
	const { network, marek, ilze, rui, id, hide, restore, edit, remove } = await aPost(services);
	await edit(ilze);
	await hide(marek);
	for (const person of [ilze, marek]) await expect(edit(person, 2)).rejects.toThrow(Forbidden);
	for (const person of [rui, marek]) await expect(remove(person)).rejects.toThrow(Forbidden);
	await remove(ilze);
	expect(await hiddenTexts(services.db, marek, [id])).toEqual([]);
	expect((await findPost(services.db, marek, { id })).post).toMatchObject({ deletedAt: expect.any(String), hiddenAt: null, doc: null });
	await expect(restore(marek)).rejects.toThrow(Forbidden);
	expect(wordsOf(await eventsSince(services.sql, network.stream, 0, 20))).toBe(false);
	expect(wordsOf([...(await services.sql`select * from posts`), ...(await services.sql`select * from post_revisions`)])).toBe(false);
});

test('only leads hide and restore, each once; the same command is done once', async ({ services }) => {
	const { network, marek, ilze, id, hide, restore } = await aPost(services);
	const stranger = await network.person('Stranger', { network: randomUUID(), role: 'lead' });
	await expect(hide(ilze)).rejects.toThrow(Forbidden);
	await expect(hide(stranger)).rejects.toThrow(NotFound);
	await expect(restore(marek)).rejects.toThrow(Forbidden);
	const once = { commandId: randomUUID(), id, reason: 'Names a child' };
	expect(await hidePost(services, marek, once)).toEqual(await hidePost(services, marek, once));
	await expect(hide(marek)).rejects.toThrow(Forbidden);
	await expect(restore(ilze)).rejects.toThrow(Forbidden);
	await restore(marek);
	expect((await eventsSince(services.sql, network.stream, 0, 20)).map(({ name }) => name)).toEqual([
		'post.posted',
		'post.hidden',
		'post.restored'
	]);
});

test.for<[string, unknown, boolean]>([
	['none', null, false],
	['empty', '', false],
	['of blanks and marks that nobody sees', ' \u200b\n ', false],
	['of two letters', ' no ', false],
	['of three', 'wir', true],
	['of 500 characters', 'x'.repeat(500), true],
	['of 501', 'x'.repeat(501), false],
	['of a hundred thousand', 'x'.repeat(100_000), false],
	['no text', { toString: 'x' }, false]
])('a reason: %s', async ([, reason, taken], { services }) => {
	const { marek, hide } = await aPost(services);
	if (taken) await expect(hide(marek, reason)).resolves.toHaveProperty('seq', 1);
	else await expect(hide(marek, reason)).rejects.toThrow(Invalid);
});

test('what is hidden is nothing to read: not on the desk, not in the list of meetings, not in what is unread', async ({ services }) => {
	const { network, marek, rui, say, hide, restore } = await aPost(services);
	const told = async () => ({
		latest: (await latestPosts(services.db, rui, 'en', 10)).map(({ excerpt }) => excerpt),
		said: Object.values(await meetingActivity(services.db, rui)).map(({ posts }) => posts),
		unread: (await unreadThreads(services.db, rui, 'en')).map(({ stream, count }) => [stream, count])
	});
	expect(await told()).toEqual({ latest: ['A word to hide'], said: [1], unread: [[network.stream, 1]] });
	await hide(marek);
	expect(await told()).toEqual({ latest: [], said: [], unread: [] });
	services.clock.advance(60);
	await say('Another');
	expect(await told()).toEqual({ latest: ['Another'], said: [1], unread: [[network.stream, 1]] });
	await restore(marek);
	expect(await told()).toEqual({ latest: ['Another', 'A word to hide'], said: [2], unread: [[network.stream, 2]] });
});
