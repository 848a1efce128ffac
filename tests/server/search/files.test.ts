import { randomUUID } from 'node:crypto';
import { visitor, type Actor, type Person } from '#lib/model/access/actor.ts';
import { deletePost, editPost } from '#lib/server/threads/change-post.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { catchUp } from '#lib/server/search/index/catch-up.ts';
import { reindex } from '#lib/server/search/index/reindex.ts';
import { search } from '#lib/server/search/search.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { leaveFile } from '../../support/leave-file.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';

/** A network with a picture in a post, its author and a reader, all in the index. */
async function desk(services: TestServices) {
	const network = await smallNetwork(services);
	const [lead, ilze, rui] = [
		await network.person('Marek Wiosna', { role: 'lead' }),
		await network.person('Ilze Ozolkalne'),
		await network.person('Rui Ponteclara')
	];
	const file = await leaveFile(services, ilze, 'Lighthouse_plan-2017.jpg');
	const once = () => ({ commandId: randomUUID() });
	const post = async (files: { id: string; alt?: string }[], by: Person = ilze) =>
		(await postInMeeting(services, by, { ...once(), slug: network.slug, doc: saying('Here it is'), lang: 'en', files })).id;
	const id = await post([{ id: file, alt: 'A tower above the harbour' }]);
	const edit = (revision: number, files: { id: string }[]) =>
		editPost(services, ilze, { ...once(), id, revision, doc: saying('Here it is'), lang: 'en', files });
	const brought = () => catchUp(services.sql, services.log, { most: 100, rest: 0 });
	await brought();
	const found = async (actor: Actor, text: string) =>
		(await search(services, { actor, locale: 'en', now: services.clock.now() }, { text })).hits;
	const files = async (actor: Actor, text: string) =>
		(await found(actor, text)).filter(({ kind }) => kind === 'file').map((hit) => hit.id);
	return { ...network, lead, ilze, rui, file, id, once, post, edit, brought, found, files };
}

/** Every way to ask for the picture: its name and parts of it, a slip, what it shows, what it is, filters alone. */
const ways = [
	'lighthouse',
	'lighthouse_plan',
	'Lighthouse_plan-2017.jpg',
	'lighth',
	'ligthhouse',
	'tower',
	'harbours',
	'attēls tower',
	'kind:file',
	'veids:faili',
	'from:Ilze kind:file',
	'city:co kind:file',
	'lang:en kind:file'
];

test('a file is found by its name and by what it shows, and leads to its post', async ({ services }) => {
	const { rui, file, found, files } = await desk(services);
	for (const way of ways) expect(await files(rui, way), way).toEqual([file]);
	expect(await found(rui, 'harbour')).toMatchObject([
		{
			kind: 'file',
			href: '/meetings/coimbra-2017?from=1#p-1',
			file: { name: 'Lighthouse_plan-2017.jpg', kind: 'picture' },
			author: { name: 'Ilze Ozolkalne' },
			excerpt: [{ marked: false }, { text: 'harbour', marked: true }]
		}
	]);
});

test('by nobody who may not read the post', async ({ services }) => {
	const { rui, person, files } = await desk(services);
	const stranger = await person('Stranger', { network: randomUUID(), role: 'lead' });
	for (const actor of [visitor, { ...rui, suspended: true }, { ...rui, memberships: [] }, stranger])
		for (const way of ways) expect(await files(actor, way), way).toEqual([]);
});

test('of a hidden post its files are found by nobody, not even before the index knows, and again once it is restored', async ({
	services
}) => {
	const { lead, ilze, rui, id, file, once, brought, files } = await desk(services);
	await hidePost(services, lead, { ...once(), id, reason: 'Not here' });
	for (const actor of [lead, ilze, rui]) for (const way of ways) expect(await files(actor, way), way).toEqual([]);
	await brought();
	expect(JSON.stringify(await services.sql`select * from search_entries, search_words`)).not.toContain('lighthouse');
	await restorePost(services, lead, { ...once(), id });
	await brought();
	for (const way of ways) expect(await files(rui, way), way).toEqual([file]);
	await hidePost(services, lead, { ...once(), id, reason: 'Not here' });
	await deletePost(services, ilze, { ...once(), id });
	await brought();
	for (const way of ways) expect(await files(ilze, way), way).toEqual([]);
});

test('a file taken out of its post is found no longer, the one that took its place is', async ({ services }) => {
	const { ilze, rui, file, brought, edit, files } = await desk(services);
	const other = await leaveFile(services, ilze, 'windmill.jpg');
	await edit(1, [{ id: other }]);
	for (const way of ways) expect(await files(rui, way), way).toEqual([]);
	await brought();
	for (const way of ways.slice(0, 7)) expect(await files(rui, way), way).toEqual([]);
	expect([await files(rui, 'windmill'), await files(rui, 'kind:file')]).toEqual([[other], [other]]);
	await edit(2, []);
	await brought();
	expect([await files(ilze, 'windmill'), await files(ilze, 'kind:file')]).toEqual([[], []]);
	await edit(3, [{ id: file }]);
	await brought();
	expect(await files(rui, 'lighthouse')).toEqual([file]);
});

test('a file in two posts is one, and is found as long as one of them stands', async ({ services }) => {
	const { ilze, rui, id, file, once, post, brought, found, files } = await desk(services);
	services.clock.advance(60);
	await post([{ id: file }]);
	await brought();
	expect(await found(rui, 'lighthouse')).toMatchObject([{ id: file, href: '/meetings/coimbra-2017?from=2#p-2' }]);
	await deletePost(services, ilze, { ...once(), id });
	await brought();
	expect(await files(rui, 'lighthouse')).toEqual([file]);
	expect(await files(rui, 'tower')).toEqual([]);
});

test('made anew the index holds them too', async ({ services }) => {
	const { rui, file, files } = await desk(services);
	await reindex(services);
	expect(await files(rui, 'lighthouse')).toEqual([file]);
});
