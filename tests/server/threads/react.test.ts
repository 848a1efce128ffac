import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import type { ReactionKind } from '#lib/model/threads/reactions.ts';
import { Forbidden, Invalid, NotFound } from '#lib/server/platform/errors.ts';
import { eventsSince } from '#lib/server/events/read.ts';
import { deletePost } from '#lib/server/threads/change-post.ts';
import { findPost } from '#lib/server/threads/find-post.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { react } from '#lib/server/threads/react.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';

/** A post, who may react to it, and how. */
async function aPost(services: TestServices) {
	const network = await smallNetwork(services);
	const [ilze, rui] = [await network.person('Ilze'), await network.person('Rui')];
	const { id } = await postMessage(services, ilze, {
		commandId: randomUUID(),
		stream: network.stream,
		doc: saying('Shall we?'),
		lang: 'en'
	});
	return {
		network,
		ilze,
		rui,
		id,
		reacts: (person: Person, kind: ReactionKind, on = true) => react(services, person, { commandId: randomUUID(), id, kind, on }),
		reactions: async () =>
			(await findPost(services.db, ilze, { id })).post.reactions.map(({ kind, by }) => [
				kind,
				...by.map(({ name, city }) => `${name} ${city}`)
			]),
		events: () => eventsSince(services.sql, network.stream, 1, 50)
	};
}

test('reactions stand in the order in which a kind was first set, and people in the order in which they joined', async ({ services }) => {
	const { ilze, rui, reacts, reactions } = await aPost(services);
	await reacts(rui, 'thanks');
	await reacts(ilze, 'agree');
	await reacts(ilze, 'thanks');
	await reacts(rui, 'agree');
	expect(await reactions()).toEqual([
		['thanks', 'Rui co', 'Ilze co'],
		['agree', 'Ilze co', 'Rui co']
	]);
	await reacts(rui, 'thanks', false);
	await reacts(rui, 'thanks');
	expect(await reactions()).toEqual([
		['agree', 'Ilze co', 'Rui co'],
		['thanks', 'Ilze co', 'Rui co']
	]);
});

test('what is so already changes nothing, tells nobody, and says since when it is so', async ({ services }) => {
	const { rui, id, reacts, reactions, events } = await aPost(services);
	expect(await reacts(rui, 'idea', false)).toEqual({ id, seq: 1 });
	expect(await reacts(rui, 'idea')).toEqual({ id, seq: 2 });
	expect(await reacts(rui, 'idea')).toEqual({ id, seq: 2 });
	expect(await reactions()).toEqual([['idea', 'Rui co']]);
	expect(await reacts(rui, 'idea', false)).toEqual({ id, seq: 3 });
	expect(await reacts(rui, 'idea', false)).toEqual({ id, seq: 1 });
	expect(await reactions()).toEqual([]);
	expect((await events()).map(({ name, payload }) => [name, payload])).toEqual([
		['post.reacted', { id, kind: 'idea', by: { id: rui.id, name: 'Rui', city: 'co' }, on: true }],
		['post.reacted', { id, kind: 'idea', by: { id: rui.id, name: 'Rui', city: 'co' }, on: false }]
	]);
});

test('set at the same time from several tabs it is set once; the same command is one answer', async ({ services }) => {
	const { rui, id, reacts, reactions, events } = await aPost(services);
	await Promise.all([1, 2, 3, 4].map(() => reacts(rui, 'celebrate')));
	expect(await reactions()).toEqual([['celebrate', 'Rui co']]);
	expect(await events()).toHaveLength(1);
	const once = { commandId: randomUUID(), id, kind: 'celebrate', on: false };
	expect(await react(services, rui, once)).toEqual(await react(services, rui, once));
	expect(await reactions()).toEqual([]);
});

test('to what was deleted or hidden nobody reacts; hidden and restored, the reactions are there as before', async ({ services }) => {
	const { network, ilze, rui, id, reacts, reactions } = await aPost(services);
	const lead = await network.person('Marek', { role: 'lead' });
	await reacts(rui, 'unsure');
	await hidePost(services, lead, { commandId: randomUUID(), id, reason: 'A test' });
	for (const on of [true, false]) await expect(reacts(rui, 'unsure', on)).rejects.toThrow(Forbidden);
	await restorePost(services, lead, { commandId: randomUUID(), id });
	expect(await reactions()).toEqual([['unsure', 'Rui co']]);
	await deletePost(services, ilze, { commandId: randomUUID(), id });
	await expect(reacts(rui, 'unsure', false)).rejects.toThrow(Forbidden);
});

test('who may only read does not react, who may not know of the post finds none, and nonsense is refused', async ({ services }) => {
	const { network, rui, id, reacts, events } = await aPost(services);
	await expect(reacts(await network.person('Claire', { role: 'reader', city: null }), 'agree')).rejects.toThrow(Forbidden);
	await expect(reacts(await network.person('Stranger', { network: randomUUID() }), 'agree')).rejects.toThrow(NotFound);
	await expect(react(services, rui, { commandId: randomUUID(), id: randomUUID(), kind: 'agree', on: true })).rejects.toThrow(NotFound);
	for (const wrong of [{ kind: 'dislike' }, { kind: '__proto__' }, { on: 'yes' }, { on: undefined }, { id: 'x' }])
		await expect(react(services, rui, { commandId: randomUUID(), id, kind: 'agree', on: true, ...wrong })).rejects.toThrow(Invalid);
	expect(await events()).toEqual([]);
});
