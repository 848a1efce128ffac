import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { jumpedWithin, mostJumpedCounted, type JumpedOver } from '#lib/model/threads/jumped-over.ts';
import { without } from '#lib/model/threads/ranges.ts';
import type { ReadState } from '#lib/model/threads/read-state.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import type { Database } from '../db/client.ts';

/** When somebody came into the network of a stream, as part of a query over `streams`; null where they never did. */
export function cameIn(personId: string): SQL {
	return sql`(
		select min(held.starts_at) from memberships held
		where held.person_id = ${personId}::uuid and held.network_id = streams.network_id)`;
}

/** The part of a query over `posts` that leaves what somebody can have jumped over: what others wrote since they came in. */
export function jumpable(personId: string, since: SQL): SQL {
	return sql`(posts.author_id <> ${personId}::uuid and posts.deleted_at is null and posts.hidden_at is null
		and posts.posted_at >= coalesce(${since}, '-infinity'))`;
}

/**
 * What a reader jumps over who opens this window of a thread, which they may read; nothing for visitors, and for who has read
 * all of it.
 */
export async function countJumped(
	db: Database,
	actor: Actor,
	{ thread, readState }: { thread: Thread; readState: ReadState }
): Promise<JumpedOver> {
	const unread = without([[1, thread.seq]], readState.read);
	const within = actor.kind === 'person' ? jumpedWithin(thread, readState) : [];
	if (actor.kind !== 'person' || unread.length === 0) return { count: 0, first: null, within, since: null };
	const [row] = await db.execute<{ count: number; seq: string | null; root: string | null; since: string | null }>(sql`
		with came as materialized (
			select ${cameIn(actor.id)} as since from streams where streams.id = ${thread.stream}),
		jumped as materialized (
			select posts.seq, posts.root
			from json_array_elements(${JSON.stringify(within)}::json) range
			join posts on posts.stream = ${thread.stream} and posts.seq between (range->>0)::bigint and (range->>1)::bigint
			where ${jumpable(actor.id, sql`(select since from came)`)}
			order by posts.seq limit ${mostJumpedCounted})
		select (select count(*)::int from jumped) as count, seq, root,
			(select (extract(epoch from since) * 1000)::bigint from came) as since
		from (select) one left join lateral (select * from jumped order by seq limit 1) first on true`);
	const { count = 0, seq = null, root = null, since = null } = row ?? {};
	return {
		count,
		first: seq === null ? null : { seq: Number(seq), root: root === null ? null : Number(root) },
		within,
		since: since === null ? null : new Date(Number(since)).toISOString()
	};
}
