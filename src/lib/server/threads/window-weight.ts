import { sql, type SQL } from 'drizzle-orm';
import { literal } from './literal.ts';

/** Bytes of text that fill a page: a message that begins below them still comes whole, so that none is too heavy to be had. */
export const pageBytes = 300_000;
/** What of that may stand before a wanted discussion or answer, as its context. */
export const contextBytes = 100_000;

/** Part of a query over `posts`: the bytes of what a post says, which are known without reading it unless it is stored compressed. */
export const weightOfPost = sql.raw(`(case when posts.hidden_at is not null or posts.doc is null then 0
	when pg_column_compression(posts.doc) is null then pg_column_size(posts.doc) else octet_length(posts.doc::text) end
	+ coalesce(pg_column_size(posts.files), 0))`);

/**
 * Part of a query with `nth`: the bytes of those that come before, in this order.
 * @param from the first that counts
 */
export function bytesBefore(order: SQL, from?: SQL): SQL {
	const weight = from === undefined ? sql`weight` : sql`case when ${from} then weight else 0 end`;
	return sql`coalesce(sum(${weight}) over (order by ${order} rows between unbounded preceding and 1 preceding), 0)`;
}

/**
 * Query: of the posts in `ranked`, which are numbered as they are taken (`nth`, `turn`), those that a page has room for by its
 * bytes. The first two and the beginnings of the discussions beside the wanted one always have, because a page that
 * showed nothing more than the one before it would lead no further.
 * @param always others that have
 */
export function withinBytes(stream: string, always: SQL = sql``): SQL {
	return sql`
		select seq, root from (
			select ranked.*, ${bytesBefore(sql`nth`)} as before from ranked cross join lateral (
				select ${weightOfPost} as weight from posts where posts.stream = ${stream} and posts.seq = ranked.seq offset 0) weighed
		) weighed
		where before < (case when turn > 2 and turn % 2 = 0 and (select seq from start) is not null
				then ${literal(contextBytes)} else ${literal(pageBytes)} end)
			or nth <= 2 or (root is null and turn <= 4)${always}`;
}
