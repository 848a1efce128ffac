import { randomUUID } from 'node:crypto';
import { Conflict, Forbidden, Invalid, NotFound } from '#lib/server/platform/errors.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { deletePost, editPost } from '#lib/server/threads/change-post.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { earlierTexts, findPost } from '#lib/server/threads/find-post.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { visitor, type Actor } from '#lib/model/access/actor.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';

const message = (stream: string, text: string) => ({
	commandId: randomUUID(),
	stream,
	doc: saying(text),
	lang: 'en'
});

async function threadOf(services: TestServices, actor: Actor, stream: string) {
	const { thread } = await openThread(services.db, actor, { stream, locale: 'en', window: {} });
	return thread;
}

test('a post stands in the thread with its author, as the author was when writing', async ({ services }) => {
	const network = await smallNetwork(services);
	const expert = await network.person('Elio', { role: 'expert', city: null, expertKind: 'adhoc' });
	await postMessage(services, expert, message(network.stream, 'Honest about its limits'));
	const { posts, seq } = await threadOf(services, expert, network.stream);
	expect(seq).toBe(1);
	expect(posts).toMatchObject([{ seq: 1, author: { name: 'Elio', city: null, role: 'expert', expertKind: 'adhoc' }, revision: 1 }]);
});

test('the same command twice, even at the same time, makes one post and gives one answer', async ({ services }) => {
	const network = await smallNetwork(services);
	const person = await network.person('Ilze');
	const once = message(network.stream, 'Good morning');
	const answers = await Promise.all([1, 2, 3].map(() => postMessage(services, person, once)));
	expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
	expect((await threadOf(services, person, network.stream)).posts).toHaveLength(1);
});

test('among many posts at the same time one fails for itself alone, and the others say what they said', async ({ services }) => {
	const network = await smallNetwork(services);
	const [ilze, rui] = [await network.person('Ilze'), await network.person('Rui')];
	const before = message(network.stream, 'Before');
	await postMessage(services, ilze, before);
	const inputs = Array.from({ length: 12 }, (_, n) => message(network.stream, `${n}`));
	const outcomes = await Promise.allSettled([
		...inputs.map((input, n) => postMessage(services, n % 2 ? ilze : rui, input)),
		postMessage(services, rui, { ...before, doc: saying('Not mine') }),
		postMessage(services, ilze, before),
		postMessage(services, { ...ilze, id: randomUUID() }, message(network.stream, 'From nobody')),
		postMessage(services, ilze, message(network.stream, 'Last'))
	]);
	expect(outcomes.map(({ status }) => status)).toEqual([
		...inputs.map(() => 'fulfilled'),
		'rejected',
		'fulfilled',
		'rejected',
		'fulfilled'
	]);
	const { posts, seq } = await threadOf(services, ilze, network.stream);
	expect(seq).toBe(14);
	const said = new Map(posts.map((post) => [post.id, post]));
	for (const [n, input] of inputs.entries()) {
		expect(said.get(input.commandId)).toMatchObject({ doc: input.doc, author: { name: n % 2 ? 'Ilze' : 'Rui' } });
	}
});

test('an old command id with another text, or from another person, is a conflict', async ({ services }) => {
	const network = await smallNetwork(services);
	const [ilze, rui] = [await network.person('Ilze'), await network.person('Rui')];
	const once = message(network.stream, 'Good morning');
	await postMessage(services, ilze, once);
	await expect(postMessage(services, ilze, { ...once, doc: saying('Good evening') })).rejects.toThrow(Conflict);
	await expect(postMessage(services, rui, once)).rejects.toThrow(Conflict);
	expect((await threadOf(services, ilze, network.stream)).posts).toHaveLength(1);
});

test('an edit keeps the earlier text readable, and does not overwrite one it has not seen', async ({ services }) => {
	const network = await smallNetwork(services);
	const person = await network.person('Ilze');
	const { id } = await postMessage(services, person, message(network.stream, 'First'));
	const edit = (revision: number, text: string) => ({
		commandId: randomUUID(),
		id,
		revision,
		doc: saying(text),
		lang: 'lv'
	});
	await editPost(services, person, edit(1, 'Second'));
	await expect(editPost(services, person, edit(1, 'Third'))).rejects.toThrow(Conflict);
	const texts = await earlierTexts(services.db, person, await findPost(services.db, person, { id }));
	expect(texts.map(({ n, lang }) => [n, lang])).toEqual([
		[2, 'lv'],
		[1, 'en']
	]);
	expect((await threadOf(services, person, network.stream)).posts).toMatchObject([{ revision: 2, doc: saying('Second') }]);
});

test('a deleted post leaves a trace and its text is nowhere, not even in the events', async ({ services }) => {
	const network = await smallNetwork(services);
	const person = await network.person('Ilze');
	const { id } = await postMessage(services, person, message(network.stream, 'Secret one'));
	await editPost(services, person, {
		commandId: randomUUID(),
		id,
		revision: 1,
		doc: saying('Secret two'),
		lang: 'en'
	});
	await deletePost(services, person, { commandId: randomUUID(), id });
	const { posts } = await threadOf(services, person, network.stream);
	expect(posts).toMatchObject([{ id, doc: null, deletedAt: expect.any(String) }]);
	expect(await earlierTexts(services.db, person, await findPost(services.db, person, { id }))).toEqual([]);
	const replay = await eventsSince(services.sql, network.stream, 0, 10);
	expect(replay).toHaveLength(3);
	expect(JSON.stringify(replay)).not.toContain('Secret');
	await expect(deletePost(services, person, { commandId: randomUUID(), id })).rejects.toThrow(Forbidden);
});

test('who may not know of the meeting finds none; who may only read is told so', async ({ services }) => {
	const network = await smallNetwork(services);
	const stranger = await network.person('Stranger', { network: randomUUID() });
	const reader = await network.person('Reader', { role: 'reader', city: null });
	const text = () => message(network.stream, 'May I');
	await expect(postMessage(services, visitor, text())).rejects.toThrow(NotFound);
	await expect(postMessage(services, stranger, text())).rejects.toThrow(NotFound);
	await expect(postMessage(services, reader, text())).rejects.toThrow(Forbidden);
	await expect(threadOf(services, stranger, network.stream)).rejects.toThrow(NotFound);
	expect((await threadOf(services, reader, network.stream)).posts).toEqual([]);
});

test.for<[string, unknown]>([
	['nothing', undefined],
	['no command id', { stream: 'meeting:here', doc: saying('x'), lang: 'en' }],
	['an empty text', message('coimbra-2017', ' ')],
	['20,001 characters', message('coimbra-2017', 'x'.repeat(20_001))],
	['an unknown language', { ...message('coimbra-2017', 'x'), lang: 'xx' }],
	['no document', { ...message('coimbra-2017', 'x'), doc: { type: 'doc', content: '<b>' } }]
])('%s is refused at the border', async ([, input], { services }) => {
	const network = await smallNetwork(services);
	const person = await network.person('Ilze');
	await expect(postMessage(services, person, input)).rejects.toThrow(Invalid);
	expect((await threadOf(services, person, network.stream)).posts).toEqual([]);
});

test('the window before a post, and the window from a post on', async ({ services }) => {
	const network = await smallNetwork(services);
	const person = await network.person('Ilze');
	await Promise.all(Array.from({ length: 220 }, (_, n) => postMessage(services, person, message(network.stream, `${n}`))));
	const open = (window: { before?: number; from?: number }) =>
		openThread(services.db, person, { stream: network.stream, locale: 'en', window });
	const newest = await open({});
	expect(newest.thread).toMatchObject({ seq: 220, earlier: true });
	expect(newest.thread.posts[0]?.seq).toBe(21);
	const before = await open({ before: 21 });
	expect([before.thread.posts.length, before.thread.earlier, before.thread.later]).toEqual([20, false, true]);
	const from = await open({ from: 15 });
	expect(from.thread.posts.map(({ seq }) => seq)).toEqual(Array.from({ length: 210 }, (_, n) => n + 6));
	expect([from.thread.earlier, from.thread.later]).toEqual([true, true]);
});

test('a thread opens around the first post of others that the reader has not seen', async ({ services }) => {
	const network = await smallNetwork(services);
	const [writer, reader] = [await network.person('Ilze'), await network.person('Rui')];
	await Promise.all(Array.from({ length: 230 }, (_, n) => postMessage(services, writer, message(network.stream, `${n}`))));
	await markRead(services, reader, { read: [{ stream: network.stream, seq: 15 }] });
	const open = (actor: Actor) => openThread(services.db, actor, { stream: network.stream, locale: 'en', window: {} });
	const opened = await open(reader);
	expect([opened.read, opened.thread.posts[0]?.seq, opened.thread.later]).toEqual([15, 7, true]);
	const own = await open(writer);
	expect([own.read, own.thread.posts.at(-1)?.seq, own.thread.later]).toEqual([0, 230, false]);
});

test('a post that was never edited has one text to read, also when it is hidden and for those who may read it then', async ({
	services
}) => {
	const network = await smallNetwork(services);
	const [lead, author, reader] = [
		await network.person('Marek', { role: 'lead' }),
		await network.person('Ilze'),
		await network.person('Rui')
	];
	const { id } = await postMessage(services, author, message(network.stream, 'Only one'));
	const texts = async (actor: Actor) =>
		(await earlierTexts(services.db, actor, await findPost(services.db, actor, { id }))).map(({ n, doc }) => [n, doc]);
	expect(await texts(reader)).toEqual([[1, saying('Only one')]]);
	await hidePost(services, lead, { commandId: randomUUID(), id, reason: 'Names a child' });
	expect([await texts(reader), await texts(author), await texts(lead)]).toEqual([
		[],
		[[1, saying('Only one')]],
		[[1, saying('Only one')]]
	]);
	await restorePost(services, lead, { commandId: randomUUID(), id });
	await editPost(services, author, { commandId: randomUUID(), id, revision: 1, doc: saying('Another'), lang: 'en' });
	expect(await texts(reader)).toEqual([
		[2, saying('Another')],
		[1, saying('Only one')]
	]);
	const seqs = await services.sql`select n, seq::int from post_revisions where post_id = ${id} order by n`;
	expect([...seqs]).toEqual([
		{ n: 1, seq: 3 },
		{ n: 2, seq: 4 }
	]);
});
