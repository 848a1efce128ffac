import { sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import { streamOfPerson, type Entry } from '#lib/model/notifications/entries.ts';
import type { WaitingCount } from '#lib/model/notifications/count.ts';
import type { Inbox, InboxView } from '#lib/model/notifications/inbox.ts';
import type { Database } from '../../db/client.ts';
import { visibleNotifications, whatWaits } from './items.ts';

/** Entries of a page. */
export const entriesOnAPage = 60;

interface Row extends Record<string, unknown> {
	seq: string;
	waiting: number;
	entries: Entry[] | null;
}

/**
 * A part of somebody's inbox: the newest of a view, what stands below a place, or (for tests and those who come back)
 * all above one. Content and seq are read in one statement: following the stream from `seq` misses nothing.
 */
export async function openInbox(
	db: Database,
	person: Person,
	{ view, before, from = 0, most = entriesOnAPage }: { view: InboxView; before?: number; from?: number; most?: number }
): Promise<Inbox> {
	const limit = from > 0 ? null : most + 1;
	const [row] = await db.execute<Row>(sql`
		select ${seqOf(person)} as seq, ${waitingOf(person)} as waiting, (
			select json_agg(entry order by arrived desc) from (
				select arrived, ${entryJson} as entry from notifications
				where ${inView(person, view)} and arrived >= ${from}
					and arrived < ${before ?? Number.MAX_SAFE_INTEGER}::bigint
				order by arrived desc limit ${limit}) page) as entries`);
	const found = row?.entries ?? [];
	const more = limit !== null && found.length === limit;
	const entries = more ? found.slice(0, -1) : found;
	return {
		stream: streamOfPerson(person.id),
		seq: Number(row?.seq ?? 0),
		waiting: row?.waiting ?? 0,
		view,
		entries,
		from: more ? (entries.at(-1)?.arrived ?? 0) : from,
		upTo: before === undefined ? null : before - 1
	};
}

/** How much waits for somebody. */
export async function countWaiting(db: Database, person: Person): Promise<WaitingCount> {
	const [row] = await db.execute<Row>(sql`select ${seqOf(person)} as seq, ${waitingOf(person)} as waiting`);
	return { stream: streamOfPerson(person.id), seq: Number(row?.seq ?? 0), waiting: row?.waiting ?? 0 };
}

/** The part of a query over `notifications` that leaves those of a view of somebody's inbox. */
function inView(person: Person, view: InboxView): SQL {
	if (view === 'waiting') return whatWaits(person);
	return sql`${visibleNotifications(person)} and ${view === 'done' ? sql`done_at is not null` : sql`done_at is null and not waits`}`;
}

function seqOf({ id }: Person): SQL {
	return sql`coalesce((select seq from streams where id = ${streamOfPerson(id)}), 0)`;
}

function waitingOf(person: Person): SQL {
	return sql`(select count(*)::int from notifications where ${whatWaits(person)})`;
}

const entryJson = sql`json_build_object(
	'id', id, 'kind', kind, 'item', json_build_object('kind', item_kind, 'id', item_id), 'stream', stream, 'seq', seq,
	'actor', actor_id, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'arrived', arrived, 'read',
		read_at is not null)`;
