import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { usualLevel, type FollowLevel } from '#lib/model/notifications/kinds.ts';
import type { ExpertKind, Role } from '#lib/model/access/roles.ts';
import type { Range } from '#lib/model/threads/ranges.ts';
import type { ReadState } from '#lib/model/threads/read-state.ts';
import type { Elsewhere, Folded, Thread } from '#lib/model/threads/thread.ts';
import type { Database } from '../db/client.ts';
import { literal } from './literal.ts';
import { reactionsTo } from './given-reactions.ts';
import { postValues, presentPost, type PostValues } from './post-rows.ts';
import { asJson, gapsIn, seen, seenUpTo } from './read-state.ts';
import { beforeCut, postsOnAPage, shownPosts } from './shown-posts.ts';
import { threadAt, type ThreadOfSubject } from './thread-at.ts';

/** So many discussions up to the wanted one give it context. */
const context = 10;
const mostElsewhere = 100;
const mostFolded = 100;

/**
 * Which part of a thread: its end, what stands before a discussion, or what stands around one and after it.
 * Without a wish it begins around the first discussion that the reader has not seen, and is the end when there is none.
 */
export interface Window {
	before?: number;
	from?: number;
	newest?: boolean;
	/** The discussion whose earlier answers are wanted, by the number of its beginning or of the answer to go back to. */
	unfold?: number;
}

export interface OpenedThread {
	thread: Thread;
	/** All up to here is read or passed over. */
	read: number;
	readState: ReadState;
	writingLanguage: string;
	follow: FollowLevel;
}

/**
 * A window of a thread, what the reader has read of it, the language in which they last wrote, and what they want to hear
 * of what the thread hangs on; content and seq read in one statement, which sees one moment: following the stream from
 * `thread.seq` misses nothing.
 * @throws NotFound
 */
export async function openThread(
	db: Database,
	actor: Actor,
	{ stream, locale, window }: { stream: string; locale: string; window: Window }
): Promise<OpenedThread> {
	const subject = await threadAt(db, actor, stream);
	const [row] = await db.execute<Row>(statement(actor, subject, window));
	const { head, read, ranges, jumped, language, follow, earlier, later, within, elsewhere, folded, posts } = row ?? nothing;
	return {
		read: Number(read),
		readState: { read: ranges, jumped },
		writingLanguage: language ?? locale,
		follow: follow ?? usualLevel,
		thread: {
			stream,
			seq: Number(head),
			posts: (posts ?? []).map(presentPost),
			earlier,
			later,
			...(within && { within: Number(within) }),
			...(folded && { folded }),
			...told((elsewhere ?? []).map(presentElsewhere), window)
		}
	};
}

type ElsewhereRow = [
	id: string,
	seq: number,
	root: number,
	authorId: string,
	name: string,
	city: string | null,
	role: Role,
	expertKind: ExpertKind | null
];

interface Row extends Record<string, unknown> {
	head: string;
	read: string;
	ranges: Range[];
	jumped: Range[];
	language: string | null;
	follow: FollowLevel | null;
	earlier: boolean;
	later: boolean;
	within?: string | null;
	elsewhere: ElsewhereRow[] | null;
	folded?: Folded[] | null;
	posts: PostValues[] | null;
}
const nothing: Row = {
	head: '0',
	read: '0',
	ranges: [],
	jumped: [],
	language: null,
	follow: null,
	earlier: false,
	later: false,
	elsewhere: null,
	posts: null
};

function statement(actor: Actor, { stream, kind, subjectId }: ThreadOfSubject, wanted: Window): SQL {
	const reader = actor.kind === 'person' ? actor.id : null;
	const unfolding = wanted.unfold !== undefined;
	const beginnings = sql`from posts where stream = ${stream} and root is null`;
	return sql`
		with reading as materialized (
			select streams.seq as head, ${seenUpTo(seen)} as read, ${seen} as seen,
				coalesce(read_states.read, '{}') as ranges, coalesce(read_states.jumped, '{}') as jumped
			from streams left join read_states on read_states.stream = streams.id and read_states.person_id = ${reader}::uuid
			where streams.id = ${stream}),
		gaps as materialized (
			select lower(gap) as first, upper(gap) as after from reading, unnest(${gapsIn(sql`seen`, sql`head`)}) gap),
		start as materialized (select (${startOf(wanted, reader, stream, beginnings)}) as seq),
		begun as materialized (${discussions(wanted, beginnings)}),
		${shownPosts(stream, wanted.unfold)},
		edges as materialized (select min(coalesce(root, seq)) as first, max(coalesce(root, seq)) as last from shown),
		answered as materialized (
			select root, count(*)::int as answers from posts cross join edges
			where stream = ${stream} and root between edges.first and edges.last
				${unfolding ? sql`and ${beforeCut(sql`root`, sql`seq`)}` : sql``} group by root),
		page as materialized (
			select found.* from shown cross join lateral (
				-- Kept from being merged with the rest: PostgreSQL would rather read the whole thread than look up two hundred.
				select * from posts where posts.stream = ${stream} and posts.seq = shown.seq offset 0) found),
		liked as materialized (
			select reacted.post_id, (${reactionsTo(sql`given.post_id = reacted.post_id`)}) as by
			from (select distinct post_id from post_reactions where post_id in (select page.id from page)) reacted)
		select head, read, ${asJson(sql`reading.ranges`)} as ranges, ${asJson(sql`reading.jumped`)} as jumped,
			(select writing_language from people where id = ${reader}::uuid) as language,
			(select level from follows where person_id = ${reader}::uuid and item_kind = ${kind} and item_id = ${subjectId}) as follow,
			(select seq ${beginnings} and seq < edges.first order by seq desc limit 1) is not null as earlier,
			(select seq ${beginnings} and seq > edges.last order by seq limit 1) is not null${
				unfolding
					? sql` or (select seq from cut) is not null as later,
			(select seq from cut) as within`
					: sql` as later`
			},
			(${answeredBefore(stream)}) as elsewhere,${
				reader === null || wanted.newest
					? sql``
					: sql`
			(${unreadFolded(stream, reader)}) as folded,`
			}
			(select json_agg(${postValues({ replies: sql`coalesce(answered.answers, 0)`, reactions: sql`liked.by` })} order by posts.seq)
				from page posts
				join people on people.id = posts.author_id
				left join answered on answered.root = posts.seq
				left join liked on liked.post_id = posts.id) as posts
		from reading cross join edges`;
}

/** The discussion to begin around, or null for the end. */
function startOf({ from, before, newest, unfold }: Window, reader: string | null, stream: string, beginnings: SQL): SQL {
	const around = from ?? unfold;
	if (around !== undefined) {
		return sql`select coalesce((select root from posts where stream = ${stream} and seq = ${around}), ${around}::bigint)`;
	}
	if (before !== undefined || newest || reader === null) return sql`select null::bigint`;
	return sql`select begun.seq from (select * from gaps order by first) gaps cross join lateral (
		select seq ${beginnings} and seq >= gaps.first and seq < gaps.after and author_id <> ${reader}
			and deleted_at is null and hidden_at is null order by stream, seq limit 1) begun limit 1`;
}

/** The beginnings of the discussions that may stand in the window, and in which order they are taken: from the wanted one to both sides. */
function discussions({ before }: Window, beginnings: SQL): SQL {
	if (before !== undefined)
		return sql`select posts.seq, 2 * row_number() over (order by seq desc) as turn ${beginnings}
			and seq < ${before} order by seq desc limit ${literal(postsOnAPage)}`;
	return sql`
		(select posts.seq, 2 * row_number() over (order by seq desc) as turn ${beginnings}
			and seq <= coalesce((select seq from start), ${literal(Number.MAX_SAFE_INTEGER)})
			order by seq desc
			limit (select case when start.seq is null then ${literal(postsOnAPage)} else ${literal(context)} end from start))
		union all
		(select posts.seq, 2 * row_number() over (order by seq) + 1 ${beginnings} and seq > (select seq from start) order by seq
			limit ${literal(postsOnAPage)})`;
}

/** What of the answers in discussions before the window the reader has not seen, and one more than is told. */
function answeredBefore(stream: string): SQL {
	return sql`
		select json_agg(json_build_array(answered.id, seq, root, author_id, people.name, author_city, author_role, author_expert_kind)
			order by seq)
		from (
			select answer.* from (select * from gaps order by first) gaps cross join lateral (
				select * from posts
				where posts.stream = ${stream} and posts.root < edges.first and posts.root is not null
					and posts.seq >= gaps.first and posts.seq < gaps.after and posts.deleted_at is null and posts.hidden_at is null
				order by posts.stream, posts.seq limit ${literal(mostElsewhere + 1)}) answer
			limit ${literal(mostElsewhere + 1)}) answered
		join people on people.id = answered.author_id`;
}

/**
 * What the reader has not read of the answers that are folded away, by discussion. Who wants the newest jumps over it.
 */
function unreadFolded(stream: string, reader: string): SQL {
	return sql`
		select json_agg(json_build_object('root', root, 'unread', unread) order by root)
		from (
			select answered.root, (
				select json_agg(seq order by seq) from (
					select answer.seq from (select * from gaps order by first) gaps cross join lateral (
						select posts.seq from posts
						where posts.stream = ${stream} and posts.root = answered.root and posts.seq >= gaps.first and posts.seq < gaps.after
							and posts.seq < coalesce((select min(shown.seq) from shown where shown.root = answered.root),
								${literal(Number.MAX_SAFE_INTEGER)})
							and posts.author_id <> ${reader}::uuid and posts.deleted_at is null and posts.hidden_at is null
						order by posts.stream, posts.root, posts.seq limit ${literal(mostFolded)}) answer
					limit ${literal(mostFolded)}) missing) as unread
			from answered where (select anything from fresh)) folding
		where unread is not null`;
}

/** Who wants the newest jumps over what could not be told. */
function told(found: Elsewhere[], { newest }: Window): Pick<Thread, 'elsewhere' | 'untold'> {
	const untold = newest ? undefined : found[mostElsewhere]?.seq;
	return { elsewhere: found.slice(0, mostElsewhere), ...(untold !== undefined && { untold }) };
}

function presentElsewhere([id, seq, root, authorId, name, city, role, expertKind]: ElsewhereRow): Elsewhere {
	return { id, seq, root, author: { id: authorId, name, city, role, expertKind } };
}
