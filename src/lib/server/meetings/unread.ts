import { and, gt, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Actor, Person } from '#lib/model/access/actor.ts';
import { spoken, type Localized } from '#lib/model/localized.ts';
import type { UnreadCounts } from '#lib/model/protocol.ts';
import type { Database } from '../db/client.ts';
import { wasRefused } from '../db/refusal.ts';
import { cursors, events } from '../db/schema/streams.ts';
import type { Services } from '../platform/services.ts';
import { oncePer } from '../platform/memo.ts';
import { together } from '../platform/batch.ts';
import { countCrowd, mostCounted, type Reader } from './count-crowd.ts';
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
function unreadBy(personId: string): SQL | undefined {
	return and(
		events.countable,
		or(isNull(events.actorId), ne(events.actorId, personId)),
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
			select events.seq, events.at from events where events.stream = meetings.stream and ${unreadBy(person.id)}
			order by events.stream desc, events.seq desc limit 1) latest
		cross join lateral (select count(*)::int as count, min(seq) as first from (${firstUnread(person.id)}) unread) counted
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
function firstUnread(personId: string): SQL {
	return sql`select events.seq from events where events.stream = meetings.stream and ${unreadBy(personId)}
		order by events.stream, events.seq limit ${sql.raw(String(mostCounted))}`;
}

/** Readers in one question at most. */
const most = 250;

/** After a break everybody asks in the same moment. Who asks alone is answered by one statement, a crowd by a few. */
const counting = oncePer((db: Database) => {
	const ask = async (readers: Reader[]) => (readers.length === 1 ? [await countAlone(db, readers[0]!)] : countCrowd(db, readers));
	return together(ask, { apart: ({ networks }) => networks.join(), most, alone: wasRefused });
});

async function countAlone(db: Database, { personId, networks }: Reader): Promise<UnreadCounts> {
	const rows = await db.execute<{ stream: string; count: string; seq: string }>(sql`
		select meetings.stream, streams.seq, (select count(*) from (${firstUnread(personId)}) unread) as count
		from meetings join streams on streams.id = meetings.stream
		left join cursors on cursors.stream = meetings.stream and cursors.person_id = ${personId}
		where meetings.network_id = any(${sql.param(networks)}::uuid[])`);
	return Object.fromEntries(rows.map(({ stream, count, seq }) => [stream, [Number(count), Number(seq)]]));
}

/** How many posts the reader has not read in each meeting that they may read, and up to where that was counted. */
export async function countUnread({ db }: Pick<Services, 'db'>, actor: Actor): Promise<Readonly<UnreadCounts>> {
	if (actor.kind === 'visitor') return {};
	return counting(db)({ personId: actor.id, networks: readNetworks(actor) });
}
