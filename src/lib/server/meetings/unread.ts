import { and, gt, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Actor, Person } from '#lib/model/access/actor.ts';
import { spoken, type Localized } from '#lib/model/localized.ts';
import type { UnreadCounts } from '#lib/model/protocol.ts';
import type { Database } from '../db/client.ts';
import { cursors, events } from '../db/schema/streams.ts';
import type { Services } from '../platform/services.ts';
import { countTogether, mostCounted } from './count-together.ts';
import { readNetworks, visibleMeetings } from './visible.ts';

/** A meeting in which something stands that the reader has not seen. */
export interface UnreadMeeting {
	slug: string;
	stream: string;
	theme: string;
	/** Code of the city that hosts it. */
	host: string;
	/** A hundred when it is more than 99. */
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
export async function unreadMeetings(db: Database, person: Person, locale: string): Promise<UnreadMeeting[]> {
	const rows = await db.execute<UnreadRow>(sql`
		select meetings.slug, meetings.stream, meetings.theme, partners.code as host, counted.count, counted.first,
			latest.seq as last, (extract(epoch from latest.at) * 1000)::bigint as last_at
		from meetings join partners on partners.id = meetings.host_id
		left join cursors on cursors.stream = meetings.stream and cursors.person_id = ${person.id}
		cross join lateral (
			select events.seq, events.at from events where events.stream = meetings.stream and ${unreadBy(person)}
			order by events.stream desc, events.seq desc limit 1) latest
		cross join lateral (select count(*)::int as count, min(seq) as first from (${firstUnread(person)}) unread) counted
		where ${visibleMeetings(person)}
		order by latest.at desc, meetings.slug`);
	return rows.map(({ theme, first, last, last_at, ...row }) => ({
		...row,
		theme: spoken(theme, locale),
		first: Number(first),
		last: Number(last),
		lastAt: new Date(Number(last_at)).toISOString()
	}));
}

interface UnreadRow extends Pick<UnreadMeeting, 'slug' | 'stream' | 'host' | 'count'>, Record<string, unknown> {
	theme: Localized;
	first: string;
	last: string;
	last_at: string;
}

/** The first unread events of a meeting; in the order of the index, else PostgreSQL would rather read all events there are than look for a hundred. */
function firstUnread(person: Person): SQL {
	return sql`select events.seq from events where events.stream = meetings.stream and ${unreadBy(person)}
		order by events.stream, events.seq limit ${sql.raw(String(mostCounted))}`;
}

/**
 * How many posts the reader has not read in each meeting that they may read, and up to where that was counted. Those who
 * ask together and have read the same are given one and the same answer.
 */
export async function countUnread({ db }: Pick<Services, 'db'>, actor: Actor): Promise<Readonly<UnreadCounts>> {
	if (actor.kind === 'visitor') return {};
	return countTogether(db)({ personId: actor.id, networks: readNetworks(actor) });
}
