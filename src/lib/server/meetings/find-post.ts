import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { threadOfMeeting } from '#lib/model/meetings/thread-of-meeting.ts';
import type { PostRevision } from '#lib/model/meetings/meeting.ts';
import { can } from '#lib/model/policy.ts';
import type { HiddenText, Post } from '#lib/model/threads/posts.ts';
import { postSubject } from '#lib/model/threads/thread-subject.ts';
import type { Database, Transaction } from '../db/client.ts';
import { meetings, posts } from '../db/schema/meetings.ts';
import { people } from '../db/schema/people.ts';
import { NotFound } from '../platform/errors.ts';
import { postValues, presentPost, type PostValues } from './post-rows.ts';
import { textsOf } from './texts.ts';
import { readNetworks } from '../access/read-networks.ts';
import { visibleMeetings } from './visible.ts';

/** A post and where it stands. */
export interface Located {
	post: Post;
	network: string;
	slug: string;
	stream: string;
	meetingId: string;
}

/**
 * One post with the meeting it stands in, by its id or by its place in the thread.
 * @throws NotFound
 */
export async function findPost(
	db: Database | Transaction,
	actor: Actor,
	which: { id: string } | { slug: string; seq: number }
): Promise<Located> {
	const wanted = 'id' in which ? sql`posts.id = ${which.id}` : sql`meetings.slug = ${which.slug} and posts.seq = ${which.seq}`;
	const [row] = await db.execute<{ post: PostValues; network_id: string; slug: string; stream: string; meeting_id: string }>(sql`
		select ${postValues()} as post, meetings.network_id, meetings.slug, meetings.stream, posts.meeting_id
		from posts join people on people.id = posts.author_id join meetings on meetings.id = posts.meeting_id
		where ${visibleMeetings(actor)} and ${wanted}`);
	if (!row) throw new NotFound();
	return { post: presentPost(row.post), network: row.network_id, slug: row.slug, stream: row.stream, meetingId: row.meeting_id };
}

/**
 * Answers of a discussion that come before a place, the nearest ones, in the order of seq.
 * @throws NotFound when there is no such discussion for this actor
 */
export async function answersBefore(
	db: Database,
	actor: Actor,
	{ slug, root, before, limit }: { slug: string; root: number; before: number; limit: number }
): Promise<Post[]> {
	const { meetingId } = await findPost(db, actor, { slug, seq: root });
	const rows = await db.execute<{ post: PostValues }>(sql`
		select ${postValues()} as post from posts join people on people.id = posts.author_id
		where posts.meeting_id = ${meetingId} and posts.root = ${root} and posts.seq < ${before}
		order by posts.seq desc limit ${limit}`);
	return rows.map(({ post }) => presentPost(post)).reverse();
}

/** Every text the post has had, newest first; empty once it is deleted, and for those who may not read a hidden one. */
export async function earlierTexts(
	db: Database,
	actor: Actor,
	{ post, network }: Pick<Located, 'post' | 'network'>
): Promise<PostRevision[]> {
	const subject = postSubject(threadOfMeeting({ network }), post);
	if (subject.state === 'hidden' && !can(actor, 'post.readHidden', subject)) return [];
	return textsOf(db, post.id);
}

/** Of these posts, the texts of the hidden ones that the actor may read all the same: their own, and for leads all. */
export async function hiddenTexts(db: Database, actor: Actor, ids: string[]): Promise<HiddenText[]> {
	if (actor.kind === 'visitor' || ids.length === 0) return [];
	const leads = readNetworks(actor).filter((network) => can(actor, 'moderation.read', { network }));
	const rows = await db
		.select({ id: posts.id, doc: posts.doc, files: posts.files, lang: posts.lang, reason: posts.hiddenReason, by: people.name })
		.from(posts)
		.innerJoin(meetings, eq(meetings.id, posts.meetingId))
		.innerJoin(people, eq(people.id, posts.hiddenBy))
		.where(
			and(
				visibleMeetings(actor),
				sql`${posts.id} = any(${sql.param(ids)}::uuid[])`,
				sql`(${posts.authorId} = ${actor.id} or ${meetings.networkId} = any(${sql.param(leads)}::uuid[]))`
			)
		);
	return rows.flatMap(({ id, doc, files, lang, reason, by }) =>
		doc && reason ? [{ id, doc, lang, reason, by, ...(files && { files }) }] : []
	);
}
