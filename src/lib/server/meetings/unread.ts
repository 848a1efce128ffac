import { and, asc, count, desc, eq, gt, isNull, max, min, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Actor, Person } from '#lib/model/actor.ts';
import { spoken } from '#lib/model/localized.ts';
import type { UnreadCounts } from '#lib/model/protocol.ts';
import type { Database } from '../db/client.ts';
import { meetings } from '../db/schema/meetings.ts';
import { partners } from '../db/schema/networks.ts';
import { cursors, events } from '../db/schema/streams.ts';
import type { Services } from '../services.ts';
import { visibleMeetings } from './visible.ts';

/** A meeting in which something stands that the reader has not seen. */
export interface UnreadMeeting {
	slug: string;
	stream: string;
	theme: string;
	/** Code of the city that hosts it. */
	host: string;
	count: number;
	/** The first of them in the thread, and the last. */
	first: number;
	last: number;
	/** When the last of them was written, ISO. */
	lastAt: string;
}

/** Countable events of others beyond the reader's cursor. */
function unreadBy(person: Person): SQL | undefined {
	return and(
		events.countable,
		or(isNull(events.actorId), ne(events.actorId, person.id)),
		gt(events.seq, sql`coalesce(${cursors.seq}, 0)`)
	);
}

/** The meetings with unread posts, the one written in most recently first. */
export async function unreadMeetings(
	db: Database,
	person: Person,
	locale: string
): Promise<UnreadMeeting[]> {
	const rows = await db
		.select({
			slug: meetings.slug,
			stream: meetings.stream,
			theme: meetings.theme,
			host: partners.code,
			count: count(),
			first: min(events.seq),
			last: max(events.seq),
			lastAt: max(events.at)
		})
		.from(meetings)
		.innerJoin(partners, eq(partners.id, meetings.hostId))
		.leftJoin(cursors, and(eq(cursors.stream, meetings.stream), eq(cursors.personId, person.id)))
		.innerJoin(events, eq(events.stream, meetings.stream))
		.where(and(visibleMeetings(person), unreadBy(person)))
		.groupBy(meetings.id, partners.code)
		.orderBy(desc(max(events.at)), asc(meetings.slug));
	return rows.flatMap(({ first, last, lastAt, theme, ...row }) =>
		first === null || last === null || lastAt === null
			? []
			: [{ ...row, theme: spoken(theme, locale), first, last, lastAt: lastAt.toISOString() }]
	);
}

/** Counted at most: beyond, people are told that it is more. */
const mostCounted = 100;

/** How many posts the reader has not read in each meeting that they may read, and up to where that was counted. */
export async function countUnread({ db }: Pick<Services, 'db'>, actor: Actor): Promise<UnreadCounts> {
	if (actor.kind === 'visitor') return {};
	const rows = await db.execute<{ stream: string; count: string; seq: string }>(sql`
		select meetings.stream, streams.seq, (
			select count(*) from (
				-- In the order of the index: else PostgreSQL would rather read all events there are than look for a hundred.
				select from events where events.stream = meetings.stream and ${unreadBy(actor)}
				order by events.stream, events.seq limit ${sql.raw(String(mostCounted))}) unread) as count
		from meetings join streams on streams.id = meetings.stream
		left join cursors on cursors.stream = meetings.stream and cursors.person_id = ${actor.id}
		where ${visibleMeetings(actor)}`);
	return Object.fromEntries(rows.map(({ stream, count, seq }) => [stream, [Number(count), Number(seq)]]));
}
