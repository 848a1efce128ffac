import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import { emptyDoc } from '#lib/model/documents/doc.ts';
import { files, fileUses } from '#lib/server/db/schema/files.ts';
import { postRevisions, posts } from '#lib/server/db/schema/threads.ts';
import { deletePost, editPost } from '#lib/server/threads/change-post.ts';
import { earlierTexts, findPost } from '#lib/server/threads/find-post.ts';
import { hidePost } from '#lib/server/threads/hide-post.ts';
import { latestPosts } from '#lib/server/threads/latest-posts.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { expect, test, type TestServices } from '../../support/database.ts';
import { leaveFile } from '../../support/leave-file.ts';
import { saying } from '../../support/saying.ts';
import { filesInPosts } from '../../support/files-in-posts.ts';

test("another's file, a lost one, too many and twice the same are refused, and nothing is posted", async ({ services }) => {
	const { ilze, elio, post } = await filesInPosts(services);
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
	const { slug, ilze, elio } = await filesInPosts(services);
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
	const { ilze, elio, marek, post } = await filesInPosts(services);
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
	const { ilze, elio, post } = await filesInPosts(services);
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
	const { ilze, post } = await filesInPosts(services);
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
