import { randomUUID } from 'node:crypto';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import { cleanUpFiles } from '#lib/server/files/clean-up.ts';
import { deletePost, editPost } from '#lib/server/threads/change-post.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { suspendPerson } from '#lib/server/people/suspend.ts';
import { expect, test } from '../../support/database.ts';
import { madePdf, madePhoto } from '../../support/made-files.ts';
import { saying } from '../../support/saying.ts';
import { filesInPosts } from '../../support/files-in-posts.ts';

const day = 24 * 3600;

/** Every way in which a file is asked for. */
function addresses(picture: AttachedFile, pdf: AttachedFile): [string, Record<string, string>, string][] {
	return [
		...['small', 'medium', 'large', 'whole', encodeURIComponent(picture.name), 'anything.jpg', `${picture.name}?download`].map(
			(name): [string, Record<string, string>, string] => [`/files/${picture.id}/${name}`, {}, 'GET']
		),
		[`/files/${pdf.id}/${pdf.name}`, {}, 'GET'],
		[`/files/${pdf.id}/${pdf.name}`, {}, 'HEAD'],
		[`/files/${pdf.id}/${pdf.name}`, { range: 'bytes=0-3' }, 'GET'],
		[`/files/${pdf.id}/medium`, {}, 'GET'],
		[`/files/${pdf.id}/versions`, {}, 'GET']
	];
}

test('a file is read by who may read the post it stands in, on every path, and by nobody else', async ({ services }) => {
	const { id: network, ilze, elio, claire, marek, person, upload, post, get } = await filesInPosts(services);
	const picture = await upload(ilze, network, 'square.jpg', await madePhoto({ sideways: true }));
	const pdf = await upload(ilze, network, 'plan.pdf', madePdf());
	const [stranger, suspended] = [await person('Stranger', { network: randomUUID() }), await person('Suspended')];
	await suspendPerson(services, marek, { commandId: randomUUID(), id: suspended.id, reason: 'For the test' });
	const everybody = { ilze, elio, claire, marek, stranger, suspended, visitor: null };
	const readers = async () => {
		const may: Record<string, string> = {};
		for (const [name, who] of Object.entries(everybody)) {
			const answers = await Promise.all(addresses(picture, pdf).map(([path, headers, method]) => get(who, path, headers, method)));
			const seen = new Set(answers.map(({ status }) => (status === 206 ? 200 : status)));
			may[name] = [...seen].join(' and ');
		}
		return may;
	};
	const nobody = { ilze: '404', elio: '404', claire: '404', marek: '404', stranger: '404', suspended: '404', visitor: '404' };
	const everyReader = { ...nobody, ilze: '200', elio: '200', claire: '200', marek: '200' };

	expect(await readers(), 'stands nowhere yet').toEqual({ ...nobody, ilze: '200' });
	const { id } = await post(ilze, [{ id: picture.id, alt: 'The square' }, { id: pdf.id }]);
	expect(await readers(), 'posted').toEqual(everyReader);
	await hidePost(services, marek, { commandId: randomUUID(), id, reason: 'Names a child' });
	expect(await readers(), 'hidden').toEqual({ ...nobody, ilze: '200', marek: '200' });
	await restorePost(services, marek, { commandId: randomUUID(), id });
	expect(await readers(), 'restored').toEqual(everyReader);
	await hidePost(services, marek, { commandId: randomUUID(), id, reason: 'Names a child' });
	await deletePost(services, ilze, { commandId: randomUUID(), id });
	expect(await readers(), 'deleted').toEqual({ ...nobody, ilze: '200' });
	services.clock.advance(3 * day);
	expect(await cleanUpFiles(services)).toEqual({ files: 2, uploads: 0 });
	expect(await readers(), 'cleaned up').toEqual(nobody);
});

test('who memberships were taken from reads nothing any more, not even their own', async ({ services }) => {
	const { id: network, ilze, upload, post, get } = await filesInPosts(services);
	const file = await upload(ilze, network, 'a.pdf', madePdf());
	await post(ilze, [{ id: file.id }]);
	await services.sql`update memberships set ends_at = ${services.clock.now()} where person_id = ${ilze.id}`;
	expect((await get(ilze, `/files/${file.id}/a.pdf`)).status).toBe(404);
});

test('a picture taken out of a post is out of sight for others, and an edit with words alone keeps it', async ({ services }) => {
	const { id: network, ilze, elio, upload, post, get } = await filesInPosts(services);
	const file = await upload(ilze, network, 'a.jpg', await madePhoto());
	const { id } = await post(ilze, [{ id: file.id, alt: 'A' }]);
	const edit = (revision: number, attached?: { id: string }[]) =>
		editPost(services, ilze, {
			commandId: randomUUID(),
			id,
			revision,
			doc: saying(`Better ${revision}`),
			lang: 'en',
			...(attached && { files: attached })
		});
	await edit(1);
	expect((await get(elio, `/files/${file.id}/small`)).status).toBe(200);
	await edit(2, []);
	expect((await get(elio, `/files/${file.id}/small`)).status).toBe(404);
	expect((await get(ilze, `/files/${file.id}/small`)).status).toBe(200);
	await edit(3, [{ id: file.id }]);
	expect((await get(elio, `/files/${file.id}/small`)).status).toBe(200);
	services.clock.advance(40 * day);
	expect(await cleanUpFiles(services)).toEqual({ files: 0, uploads: 0 });
});

test('a newer version stands in the place of the old, which stays in reach of those who read it', async ({ services }) => {
	const { id: network, ilze, elio, person, upload, post, get, begin } = await filesInPosts(services);
	const first = await upload(ilze, network, 'plan.txt', Buffer.from('First words'));
	const { id } = await post(ilze, [{ id: first.id }]);
	const second = await upload(ilze, network, 'plan.txt', Buffer.from('Better words'), first.id);
	expect((await get(elio, `/files/${second.id}/plan.txt`)).status, 'not in its place yet').toBe(404);
	await editPost(services, ilze, {
		commandId: randomUUID(),
		id,
		revision: 1,
		doc: saying('See this'),
		lang: 'en',
		files: [{ id: second.id }]
	});
	expect(await (await get(elio, `/files/${second.id}/plan.txt`)).text()).toBe('Better words');
	expect(await (await get(elio, `/files/${first.id}/plan.txt`)).text()).toBe('First words');
	expect(await (await get(elio, `/files/${second.id}/versions`)).json()).toMatchObject([{ version: 2 }, { version: 1 }]);
	const stranger = await person('Stranger', { network: randomUUID() });
	expect((await begin(stranger, { name: 'x.txt', size: 3, network, replaces: first.id })).status).toBe(403);
	expect((await begin(elio, { name: 'x.txt', size: 3, network, replaces: first.id })).status, 'read, and not his').toBe(404);
	const own = await upload(elio, network, 'own.txt', Buffer.from('Unseen'));
	expect((await begin(ilze, { name: 'x.txt', size: 3, network, replaces: own.id })).status).toBe(404);
});
