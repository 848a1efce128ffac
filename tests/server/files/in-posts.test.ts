import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import { emptyDoc } from '#lib/model/documents/doc.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import { files, fileUses } from '#lib/server/db/schema/files.ts';
import { postRevisions, posts } from '#lib/server/db/schema/threads.ts';
import { cleanUpFiles } from '#lib/server/files/clean-up.ts';
import { deletePost, editPost } from '#lib/server/threads/change-post.ts';
import { earlierTexts, findPost } from '#lib/server/threads/find-post.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { latestPosts } from '#lib/server/threads/latest-posts.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { suspendPerson } from '#lib/server/people/suspend.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { fileDesk } from '../../support/file-desk.ts';
import { leaveFile } from '../../support/leave-file.ts';
import { madePdf, madePhoto } from '../../support/made-files.ts';
import { saying } from '../../support/saying.ts';
import { smallNetwork } from '../../support/thread.ts';

const day = 24 * 3600;

async function stage(services: TestServices) {
	const network = await smallNetwork(services);
	const desk = await fileDesk(services);
	const [ilze, elio, claire, marek] = [
		await network.person('Ilze'),
		await network.person('Elio', { role: 'expert', city: null, expertKind: 'adhoc' }),
		await network.person('Claire', { role: 'reader', city: null }),
		await network.person('Marek', { role: 'lead' })
	];
	const post = (actor: Person, attached: { id: string; alt?: string }[], commandId: string = randomUUID()) =>
		postInMeeting(services, actor, { commandId, slug: network.slug, doc: saying('See this'), lang: 'en', files: attached });
	return { ...network, ...desk, ilze, elio, claire, marek, post };
}

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
	const { id: network, ilze, elio, claire, marek, person, upload, post, get } = await stage(services);
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
	const { id: network, ilze, upload, post, get } = await stage(services);
	const file = await upload(ilze, network, 'a.pdf', madePdf());
	await post(ilze, [{ id: file.id }]);
	await services.sql`update memberships set ends_at = ${services.clock.now()} where person_id = ${ilze.id}`;
	expect((await get(ilze, `/files/${file.id}/a.pdf`)).status).toBe(404);
});

test('what is sent says what it is, runs nothing, and is asked for anew each time', async ({ services }) => {
	const { id: network, ilze, elio, upload, post, get } = await stage(services);
	const [picture, pdf, words] = [
		await upload(ilze, network, 'square.png', await madePhoto({ sideways: true })),
		await upload(ilze, network, 'plāns "A".pdf', madePdf()),
		await upload(ilze, network, 'notes.txt', Buffer.from('Labdien'))
	];
	await post(
		ilze,
		[picture, pdf, words].map(({ id }) => ({ id }))
	);

	const shown = await get(elio, `/files/${picture.id}/small`);
	expect(Object.fromEntries(shown.headers)).toMatchObject({
		'content-type': 'image/webp',
		'x-content-type-options': 'nosniff',
		'content-security-policy': "default-src 'none'; sandbox",
		'cross-origin-resource-policy': 'same-origin',
		'cache-control': 'private, no-cache'
	});
	const etag = shown.headers.get('etag')!;
	expect((await get(elio, `/files/${picture.id}/small`, { 'if-none-match': etag, 'cache-control': 'max-age=0' })).status).toBe(304);

	const whole = await get(elio, `/files/${picture.id}/${picture.name}?download`);
	expect(whole.headers.get('content-disposition')).toBe(`attachment; filename="square.jpg"; filename*=UTF-8''square.jpg`);
	const bytes = Buffer.from(await whole.arrayBuffer());
	for (const secret of ['where-i-live', 'GPS', 'Telephone']) expect(bytes.includes(secret), secret).toBe(false);

	const open = await get(elio, `/files/${pdf.id}/whatever.pdf`);
	expect(open.headers.get('content-disposition')).toBe(`inline; filename="pl_ns -A-.pdf"; filename*=UTF-8''pl%C4%81ns%20-A-.pdf`);
	expect(open.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
	const text = await get(elio, `/files/${words.id}/notes.txt`);
	expect([text.headers.get('content-type'), text.headers.get('content-disposition')]).toEqual([
		'text/plain; charset=utf-8',
		expect.stringMatching(/^attachment/)
	]);
	expect(await text.text()).toBe('Labdien');
});

test('parts are sent, of the same file only', async ({ services }) => {
	const { id: network, ilze, upload, get } = await stage(services);
	const content = madePdf();
	const pdf = await upload(ilze, network, 'a.pdf', content);
	const ask = async (headers: Record<string, string>) => {
		const answer = await get(ilze, `/files/${pdf.id}/a.pdf`, headers);
		return [answer.status, answer.headers.get('content-range'), Buffer.from(await answer.arrayBuffer()).length] as const;
	};
	const size = content.length;
	const etag = (await get(ilze, `/files/${pdf.id}/a.pdf`)).headers.get('etag')!;
	expect(await ask({ range: 'bytes=5-9' })).toEqual([206, `bytes 5-9/${size}`, 5]);
	expect(await ask({ range: 'bytes=-7' })).toEqual([206, `bytes ${size - 7}-${size - 1}/${size}`, 7]);
	expect(await ask({ range: 'bytes=5-9', 'if-range': etag })).toEqual([206, `bytes 5-9/${size}`, 5]);
	expect(await ask({ range: 'bytes=5-9', 'if-range': '"another"' })).toEqual([200, null, size]);
	expect(await ask({ range: `bytes=${size}-` })).toEqual([416, `bytes */${size}`, 0]);
	expect(await ask({ range: 'bytes=0-1,5-6' })).toEqual([200, null, size]);
	expect(await ask({ range: 'nonsense' })).toEqual([200, null, size]);
	expect((await get(ilze, `/files/${pdf.id}/a.pdf`, {}, 'HEAD')).headers.get('content-length')).toBe(String(size));
	for (const path of ['/files/nonsense/a.pdf', `/files/${pdf.id}/..%2f..%2fetc`, `/files/${randomUUID()}/small`])
		expect((await get(null, path)).status, path).toBe(404);
});

test("another's file, a lost one, too many and twice the same are refused, and nothing is posted", async ({ services }) => {
	const { ilze, elio, post } = await stage(services);
	const [own, foreign] = [await leaveFile(services, ilze, 'a.jpg'), await leaveFile(services, elio, 'b.jpg')];
	const many = await Promise.all(Array.from({ length: 11 }, (_, n) => leaveFile(services, ilze, `${n}.jpg`)));
	const wrong: [{ id: string; alt?: string }[], string][] = [
		[[{ id: own }, { id: foreign }], 'gone'],
		[[{ id: randomUUID() }], 'gone'],
		[many.map((id) => ({ id })), 'too_many'],
		[[{ id: own }, { id: own }], 'twice'],
		[[{ id: own, alt: 'a'.repeat(301) }], 'alt_too_long'],
		[[{ id: 'nonsense' }], 'invalid_format']
	];
	for (const [attached, code] of wrong) await expect(post(ilze, attached), code).rejects.toMatchObject({ issues: [{ code }] });
	expect(await services.db.select().from(fileUses)).toEqual([]);
});

test('a message may be nothing but files, and then it is told by their names; with neither it is nothing', async ({ services }) => {
	const { slug, ilze, elio } = await stage(services);
	const [a, b] = [await leaveFile(services, ilze, 'square.jpg'), await leaveFile(services, ilze, 'plan.jpg')];
	const post = (files: { id: string }[], doc: unknown = emptyDoc) =>
		postInMeeting(services, ilze, { commandId: randomUUID(), slug, doc, lang: 'en', files });
	const edit = (revision: number, input: object) =>
		editPost(services, ilze, { commandId: randomUUID(), id, revision, doc: emptyDoc, lang: 'en', ...input });
	const { id } = await post([{ id: a }, { id: b }], saying(' \u200b'));
	const excerpts = async () => (await latestPosts(services.db, elio, 'en', 5)).map(({ excerpt }) => excerpt);
	expect(await excerpts()).toEqual(['square.jpg, plan.jpg']);
	await edit(1, { files: [{ id: b }] });
	expect(await excerpts()).toEqual(['plan.jpg']);
	await edit(2, {});
	expect(await excerpts()).toEqual(['plan.jpg']);
	const nothing = { issues: [{ field: 'doc', code: 'empty' }] };
	await expect(edit(3, { files: [] })).rejects.toMatchObject(nothing);
	await edit(3, { doc: saying('Words instead'), files: [] });
	await expect(edit(4, {})).rejects.toMatchObject(nothing);
	await expect(post([])).rejects.toMatchObject(nothing);
	expect(await excerpts()).toEqual(['Words instead']);
});

test('earlier texts say which files stood with them, until the message is deleted', async ({ services }) => {
	const { ilze, elio, marek, post } = await stage(services);
	const [a, b] = [await leaveFile(services, ilze, 'square.jpg'), await leaveFile(services, ilze, 'plan.jpg')];
	const { id } = await post(ilze, [{ id: b }, { id: a }]);
	const texts = async (actor: Person) =>
		(await earlierTexts(services.db, actor, await findPost(services.db, actor, { id }))).map(({ n, files }) => [n, files]);
	const edit = (revision: number, input: object) =>
		editPost(services, ilze, { commandId: randomUUID(), id, revision, doc: saying('Anew'), lang: 'en', ...input });
	const first = [1, ['plan.jpg', 'square.jpg']];
	expect(await texts(elio)).toEqual([first]);
	await edit(1, { files: [{ id: a }] });
	await edit(2, { files: [] });
	await edit(3, {});
	const all = [[4, []], [3, []], [2, ['square.jpg']], first];
	expect(await texts(elio)).toEqual(all);
	await hidePost(services, marek, { commandId: randomUUID(), id, reason: 'For the test' });
	expect([await texts(elio), await texts(ilze)]).toEqual([[], all]);
	await deletePost(services, ilze, { commandId: randomUUID(), id });
	expect(await texts(ilze)).toEqual([]);
	expect(JSON.stringify(await services.db.select().from(postRevisions))).not.toContain('.jpg');
});

test('the same command with files is done once, also when many come together', async ({ services }) => {
	const { ilze, elio, post } = await stage(services);
	const [a, b] = [await leaveFile(services, ilze, 'a.jpg'), await leaveFile(services, elio, 'b.jpg')];
	const commandId = randomUUID();
	const [first, ...others] = await Promise.all([
		post(ilze, [{ id: a }], commandId),
		post(ilze, [{ id: a }], commandId),
		post(elio, [{ id: b }]),
		post(elio, [])
	]);
	expect(others[0]).toEqual(first);
	expect(await services.db.select().from(fileUses)).toHaveLength(2);
});

test('a file that was taken away while it was being posted is told, and the post is not there without it', async ({ services }) => {
	const { ilze, post } = await stage(services);
	const id = await leaveFile(services, ilze, 'a.jpg');
	let asked: Promise<unknown> | undefined;
	await services.db.transaction(async (tx) => {
		await tx.delete(files).where(eq(files.id, id));
		asked = post(ilze, [{ id }]).catch((error: unknown) => error);
		await blocked(services);
	});
	expect(await asked).toMatchObject({ issues: [{ field: 'files', code: 'gone' }] });
	expect(await services.db.select().from(fileUses)).toEqual([]);
	expect(await services.db.select().from(posts)).toEqual([]);
});

/** Until somebody waits for what this holds. */
async function blocked({ sql }: TestServices): Promise<void> {
	await expect
		.poll(
			async () => (await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`).length
		)
		.toBeGreaterThan(0);
}

test('a picture taken out of a post is out of sight for others, and an edit with words alone keeps it', async ({ services }) => {
	const { id: network, ilze, elio, upload, post, get } = await stage(services);
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
	const { id: network, ilze, elio, person, upload, post, get, begin } = await stage(services);
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
