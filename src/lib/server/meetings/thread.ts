import { and, asc, desc, eq, getTableColumns, gt, isNull, lt, lte, ne, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/actor.ts';
import type { Meeting, PostRevision } from '#lib/model/meetings.ts';
import type { Post } from '#lib/model/posts.ts';
import type { Thread } from '#lib/model/thread.ts';
import type { Database, Transaction } from '../db/client.ts';
import { meetings, postRevisions, posts } from '../db/schema/meetings.ts';
import { people } from '../db/schema/people.ts';
import { cursors, streams } from '../db/schema/streams.ts';
import { NotFound } from '../errors.ts';
import { presentPost } from './present.ts';
import { findMeeting } from './queries.ts';
import { visibleMeetings } from './visible.ts';

const pageOfPosts = 200;
/** So many posts up to the wanted one give it context. */
const postsOfContext = 10;

const columns = { ...getTableColumns(posts), authorName: people.name };

/**
 * Which part of a thread: its end, what stands before a post, or what stands around one and after it.
 * Without a wish it begins around the first post that the reader has not seen, and is the end when there is none.
 */
export interface Window {
	before?: number;
	from?: number;
	newest?: boolean;
}

/**
 * A meeting and a window of its thread, content and seq read in one snapshot, so that following
 * the stream from `thread.seq` misses nothing.
 * @throws NotFound
 */
export async function openThread(
	db: Database,
	actor: Actor,
	{ slug, locale, window }: { slug: string; locale: string; window: Window }
): Promise<{ meeting: Meeting; thread: Thread; read: number }> {
	return db.transaction(
		async (tx) => {
			const meeting = await findMeeting(tx, actor, slug, locale);
			const { read, firstUnread } = await readUpTo(tx, actor, meeting);
			const [head] = await tx
				.select({ seq: streams.seq })
				.from(streams)
				.where(eq(streams.id, meeting.stream));
			const wished = Object.values(window).some((wish) => wish !== undefined);
			const list = await postsIn(tx, meeting.id, wished ? window : { from: firstUnread });
			const [first, last] = [list[0]?.seq, list.at(-1)?.seq];
			const thread = {
				stream: meeting.stream,
				seq: head?.seq ?? 0,
				posts: list,
				earlier: first !== undefined && (await anyPost(tx, meeting.id, lt(posts.seq, first))),
				later: last !== undefined && (await anyPost(tx, meeting.id, gt(posts.seq, last)))
			};
			return { meeting, thread, read };
		},
		{ isolationLevel: 'repeatable read', accessMode: 'read only' }
	);
}

/** How far the reader has seen the thread, and the first post of others beyond that. */
async function readUpTo(
	tx: Transaction,
	actor: Actor,
	{ id, stream }: Meeting
): Promise<{ read: number; firstUnread: number | undefined }> {
	if (actor.kind === 'visitor') return { read: 0, firstUnread: undefined };
	const [cursor] = await tx
		.select({ seq: cursors.seq })
		.from(cursors)
		.where(and(eq(cursors.personId, actor.id), eq(cursors.stream, stream)));
	const read = cursor?.seq ?? 0;
	const [first] = await tx
		.select({ seq: posts.seq })
		.from(posts)
		.where(
			and(
				eq(posts.meetingId, id),
				gt(posts.seq, read),
				ne(posts.authorId, actor.id),
				isNull(posts.deletedAt)
			)
		)
		.orderBy(asc(posts.seq))
		.limit(1);
	return { read, firstUnread: first?.seq };
}

async function postsIn(tx: Transaction, meetingId: string, { before, from }: Window): Promise<Post[]> {
	if (from !== undefined) {
		const context = await nearest(tx, meetingId, lte(posts.seq, from), desc(posts.seq), postsOfContext);
		const following = await nearest(tx, meetingId, gt(posts.seq, from), asc(posts.seq), pageOfPosts);
		return [...context.reverse(), ...following];
	}
	const end = before === undefined ? undefined : lt(posts.seq, before);
	return (await nearest(tx, meetingId, end, desc(posts.seq), pageOfPosts)).reverse();
}

async function nearest(
	tx: Transaction,
	meetingId: string,
	where: SQL | undefined,
	order: SQL,
	limit: number
): Promise<Post[]> {
	const rows = await tx
		.select(columns)
		.from(posts)
		.innerJoin(people, eq(people.id, posts.authorId))
		.where(and(eq(posts.meetingId, meetingId), where))
		.orderBy(order)
		.limit(limit);
	return sharingAuthors(rows.map(presentPost));
}

/** Authors who are the same are one object, so that a page carries each of them once. */
function sharingAuthors(list: Post[]): Post[] {
	const known = new Map<string, Post['author']>();
	return list.map((post) => {
		const key = JSON.stringify(post.author);
		const author = known.get(key) ?? post.author;
		known.set(key, author);
		return { ...post, author };
	});
}

async function anyPost(tx: Transaction, meetingId: string, where: SQL): Promise<boolean> {
	const found = await tx
		.select({ seq: posts.seq })
		.from(posts)
		.where(and(eq(posts.meetingId, meetingId), where))
		.limit(1);
	return found.length > 0;
}

const located = { ...columns, network: meetings.networkId, slug: meetings.slug };

/**
 * One post with the meeting it stands in, by its id or by its place in the thread.
 * @throws NotFound
 */
export async function findPost(
	db: Database | Transaction,
	actor: Actor,
	which: { id: string } | { slug: string; seq: number }
): Promise<{ post: Post; network: string; slug: string; stream: string; meetingId: string }> {
	const wanted =
		'id' in which
			? eq(posts.id, which.id)
			: and(eq(meetings.slug, which.slug), eq(posts.seq, which.seq));
	const [row] = await db
		.select({ ...located, stream: meetings.stream })
		.from(posts)
		.innerJoin(people, eq(people.id, posts.authorId))
		.innerJoin(meetings, eq(meetings.id, posts.meetingId))
		.where(and(visibleMeetings(actor), wanted));
	if (!row) throw new NotFound();
	const { network, slug, stream, meetingId } = row;
	return { post: presentPost(row), network, slug, stream, meetingId };
}

/** Every text the post has had, newest first; empty once it is deleted. */
export async function earlierTexts(db: Database, postId: string): Promise<PostRevision[]> {
	const rows = await db
		.select()
		.from(postRevisions)
		.where(and(eq(postRevisions.postId, postId), sql`${postRevisions.doc} is not null`))
		.orderBy(desc(postRevisions.n));
	return rows.map(({ n, lang, doc, at }) => ({ n, lang, doc, at: at.toISOString() }));
}
