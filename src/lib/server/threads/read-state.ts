import { sql, type SQL } from 'drizzle-orm';
import type { Range } from '#lib/model/threads/ranges.ts';

/**
 * Parts of queries over `read_states`. A stream is seen where it was read or passed over; what is left are its gaps, and
 * only in them something can be unread. Most readers have one gap, the end. Gap by gap the index is asked, so that a
 * question costs what it counts, wherever in the thread somebody has read.
 */

/** What somebody has read or passed over; nothing without a row. */
export const seen = sql`coalesce(read_states.read + read_states.jumped, '{}')`;

/** The gaps up to the head, as one multirange. */
export function gapsIn(ranges: SQL, head: SQL): SQL {
	return sql`(int8multirange(int8range(1, ${head} + 1)) - ${ranges})`;
}

/** The last number before the first gap: all up to there is seen. */
export function seenUpTo(ranges: SQL): SQL {
	return sql`(lower(int8multirange(int8range(1, null)) - ${ranges}) - 1)`;
}

/** Counted at most: beyond, people are told that it is more. */
export const mostCounted = 100;

/** Events of a stream that count; those of others than the reader, where one is named. */
function counting(stream: SQL, reader: SQL | null): SQL {
	const others = reader ? sql` and (events.actor_id is null or events.actor_id <> ${reader})` : sql``;
	return sql`from events where events.stream = ${stream} and events.countable${others}`;
}

/**
 * The first hundred events that count within these ranges of a stream, as rows of `seq` and `actor_id`.
 * In the order of the index, else PostgreSQL would rather read all events there are than look for a hundred.
 */
export function countableWithin(ranges: SQL, stream: SQL, reader: SQL | null): SQL {
	const most = sql.raw(String(mostCounted));
	return sql`
		select found.seq, found.actor_id from unnest(${ranges}) stretch cross join lateral (
			select events.seq, events.actor_id ${counting(stream, reader)} and events.seq >= lower(stretch) and events.seq < upper(stretch)
			order by events.stream, events.seq limit ${most}) found
		limit ${most}`;
}

/** The last event of others that counts within these ranges of a stream, as a row of `seq` and `at`. */
export function lastCountableWithin(ranges: SQL, stream: SQL, reader: SQL): SQL {
	return sql`
		select found.seq, found.at from (select stretch from unnest(${ranges}) stretch order by lower(stretch) desc) stretches
		cross join lateral (
			select events.seq, events.at ${counting(stream, reader)} and events.seq >= lower(stretch) and events.seq < upper(stretch)
			order by events.stream desc, events.seq desc limit 1) found
		limit 1`;
}

/** So far apart at most are holes that are looked for number by number: few pages of the index hold them. */
const near = 4096;

/**
 * How many events of others count in what somebody has not seen of a stream, a hundred at most: at the end, which is all
 * that most readers have left, and in the holes before. Near one another, holes are asked for in one search of the
 * index; far from one another each for itself.
 */
export function unreadCount(stream: SQL, reader: SQL): SQL {
	const holes = sql`coalesce(read_states.holes, '{}')`;
	const others = counting(stream, reader);
	const most = sql.raw(String(mostCounted));
	return sql`
		least(${most}, (
			select count(*) from (
				select ${others} and events.seq >= coalesce(read_states.rest_from, 1)
				order by events.stream, events.seq limit ${most}) rest
		) + case
			when isempty(${holes}) then 0
			when upper(${holes}) - lower(${holes}) <= ${sql.raw(String(near))} then (
				select count(*) from (
					select ${others} and events.seq = any(array(
						select generate_series(lower(hole), upper(hole) - 1) from unnest(${holes}) hole))
					order by events.stream, events.seq limit ${most}) within)
			else (select count(*) from (${countableWithin(holes, stream, reader)}) within) end)`;
}

/** A multirange as json, for the driver: `[[1, 4], [7, 7]]`. */
export function asJson(ranges: SQL): SQL {
	return sql`coalesce((
		select json_agg(json_build_array(lower(stretch), upper(stretch) - 1) order by lower(stretch))
		from unnest(${ranges}) stretch), '[]')`;
}

/** As PostgreSQL reads it. */
export function multirangeOf(ranges: readonly Range[]): string {
	return `{${ranges.map(([from, to]) => `[${from},${to}]`).join(',')}}`;
}
