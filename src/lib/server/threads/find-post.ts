import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { PostRevision } from '#lib/model/meetings/meeting.ts';
import { can } from '#lib/model/policy.ts';
import { stateOf, type HiddenText, type Post } from '#lib/model/threads/posts.ts';
import { readableThreads } from '../access/readable-streams.ts';
import type { Database, Transaction } from '../db/client.ts';
import { people } from '../db/schema/people.ts';
import { streams } from '../db/schema/streams.ts';
import { posts } from '../db/schema/threads.ts';
import { NotFound } from '../platform/errors.ts';
import { postValues, presentPost, type PostValues } from './post-rows.ts';
import { textsOf } from './texts.ts';
import type { ThreadOfSubject } from './thread-at.ts';
import { bytesBefore, pageBytes, weightOfPost } from './window-weight.ts';

/** A post and where it stands. */
export interface Located {
	post: Post;
	thread: ThreadOfSubject;
}

interface Row extends Record<string, unknown> {
	post: PostValues;
	stream: string;
	kind: string;
	subject_id: string;
	network_id: string;
	audience: string[];
}

/**
 * One post with the thread it stands in, by its id or by its number in the stream.
 * @throws NotFound
 */
export async function findPost(
	db: Database | Transaction,
	actor: Actor,
	which: { id: string } | { stream: string; seq: number }
): Promise<Located> {
	const wanted = 'id' in which ? sql`posts.id = ${which.id}` : sql`posts.stream = ${which.stream} and posts.seq = ${which.seq}`;
	const [row] = await db.execute<Row>(sql`
		select ${postValues()} as post, posts.stream, streams.kind, streams.subject_id, streams.network_id,
			to_jsonb(streams.audience) as audience
		from posts join people on people.id = posts.author_id join streams on streams.id = posts.stream
		where ${readableThreads(actor)} and ${wanted}`);
	if (!row) throw new NotFound();
	const { stream, kind, subject_id: subjectId, network_id: network, audience } = row;
	return { post: presentPost(row.post), thread: { stream, kind, subjectId, network, audience } };
}

/**
 * Answers of a discussion that come before a number, the nearest ones, in the order of seq: as many as wanted, or as many bytes
 * as a page takes.
 * @throws NotFound when there is no such discussion for this actor
 */
export async function answersBefore(
	db: Database,
	actor: Actor,
	{ stream, root, before, limit }: { stream: string; root: number; before: number; limit: number }
): Promise<Post[]> {
	await findPost(db, actor, { stream, seq: root });
	const nearest = sql`
		select posts.*, ${weightOfPost} as weight from posts
		where posts.stream = ${stream} and posts.root = ${root} and posts.seq < ${before}
		order by posts.seq desc limit ${limit}`;
	const rows = await db.execute<{ post: PostValues }>(sql`
		select ${postValues()} as post
		from (select nearest.*, ${bytesBefore(sql`seq desc`)} as nearer from (${nearest}) nearest) posts
		join people on people.id = posts.author_id
		where posts.nearer < ${pageBytes} order by posts.seq desc`);
	return rows.map(({ post }) => presentPost(post)).reverse();
}

/** Every text the post has had, newest first; empty once it is deleted, and for those who may not read a hidden one. */
export async function earlierTexts(db: Database, actor: Actor, { post, thread }: Located): Promise<PostRevision[]> {
	const asked = { subject: thread, authorId: post.author.id, state: stateOf(post) };
	if (asked.state === 'hidden' && !can(actor, 'post.readHidden', asked)) return [];
	return textsOf(db, post.id);
}

/** Of these posts, the texts of the hidden ones that the actor may read all the same: their own, and all for those who moderate. */
export async function hiddenTexts(db: Database, actor: Actor, ids: string[]): Promise<HiddenText[]> {
	if (actor.kind === 'visitor' || ids.length === 0) return [];
	const rows = await db
		.select({
			id: posts.id,
			authorId: posts.authorId,
			doc: posts.doc,
			files: posts.files,
			lang: posts.lang,
			reason: posts.hiddenReason,
			by: people.name,
			kind: streams.kind,
			network: streams.networkId,
			audience: streams.audience
		})
		.from(posts)
		.innerJoin(streams, eq(streams.id, posts.stream))
		.innerJoin(people, eq(people.id, posts.hiddenBy))
		.where(and(readableThreads(actor), sql`${posts.id} = any(${sql.param(ids)}::uuid[])`));
	return rows.flatMap(({ id, authorId, doc, files, lang, reason, by, kind, network, audience }) => {
		const asked = { subject: { kind, network: network ?? '', audience }, authorId, state: 'hidden' as const };
		return doc && reason && can(actor, 'post.readHidden', asked) ? [{ id, doc, lang, reason, by, ...(files && { files }) }] : [];
	});
}
