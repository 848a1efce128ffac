import { and, desc, eq, isNotNull, notExists, sql } from 'drizzle-orm';
import type { PostRevision } from '#lib/model/meetings/meeting.ts';
import type { Post } from '#lib/model/threads/posts.ts';
import type { Database, Transaction } from '../db/client.ts';
import { postRevisions, posts } from '../db/schema/threads.ts';

type Placed = Pick<Post, 'id' | 'seq'>;

const namesOfFiles = sql<string[] | null>`(
	select jsonb_agg(file ->> 'name' order by position)
	from jsonb_array_elements(${posts.files}) with ordinality as attached(file, position))`;

/**
 * Notes the post's present text among those it has had, before another one takes its place or when it travels anew.
 * @param seq number of the event that carries it now, where that is not the one it was noted with
 */
export async function keepText(tx: Transaction, { id, seq }: Placed, anew?: number): Promise<void> {
	const present = tx
		.select({
			postId: posts.id,
			n: posts.revision,
			seq: sql<number>`${anew ?? seq}::bigint`.as('seq'),
			lang: posts.lang,
			doc: posts.doc,
			files: namesOfFiles.as('files'),
			at: sql<Date>`coalesce(${posts.editedAt}, ${posts.postedAt})`.as('at')
		})
		.from(posts)
		.where(eq(posts.id, id));
	const noting = tx.insert(postRevisions).select(present);
	const of = [postRevisions.postId, postRevisions.n];
	await (anew === undefined ? noting.onConflictDoNothing({ target: of }) : noting.onConflictDoUpdate({ target: of, set: { seq: anew } }));
}

/** Numbers of the events that have carried the post's texts. */
export async function eventsWithText(tx: Transaction, { id, seq }: Placed): Promise<number[]> {
	const texts = await tx.select({ seq: postRevisions.seq }).from(postRevisions).where(eq(postRevisions.postId, id));
	return [...new Set([seq, ...texts.map((text) => text.seq)])];
}

/** Every text the post has had, newest first; none when it is deleted. */
export async function textsOf(db: Database, id: string): Promise<PostRevision[]> {
	const kept = db.select().from(postRevisions).where(eq(postRevisions.postId, id));
	const texts = await db
		.select({ n: postRevisions.n, lang: postRevisions.lang, doc: postRevisions.doc, files: postRevisions.files, at: postRevisions.at })
		.from(postRevisions)
		.where(and(eq(postRevisions.postId, id), isNotNull(postRevisions.doc)))
		.unionAll(
			db
				.select({ n: posts.revision, lang: posts.lang, doc: posts.doc, files: namesOfFiles, at: posts.postedAt })
				.from(posts)
				.where(and(eq(posts.id, id), isNotNull(posts.doc), notExists(kept)))
		)
		.orderBy(desc(postRevisions.n));
	return texts.map(({ at, files, ...text }) => ({ ...text, files: files ?? [], at: at.toISOString() }));
}
