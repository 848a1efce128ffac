import { sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { wasRefused } from '../db/refusal.ts';
import { together } from '../platform/batch.ts';
import { oncePer } from '../platform/memo.ts';

/** What one person has read, and the networks in which they may read. */
interface Marks {
	personId: string;
	networks: string[];
	read: { stream: string; seq: number }[];
}

/** A stream in which something told the person of a place between the two numbers, or reminded them of the whole. */
interface Told {
	stream: string;
	after: string;
	upTo: string;
}

/**
 * Milliseconds between two statements. Nobody waits for a mark, but a thousand pages have something to mark after each
 * post: a statement and a commit for each of them met the next post.
 */
const pause = 200;
/** People in one statement at most. */
const most = 500;

/** Writes what people have read: alone at once, in a crowd a few times a second for all of them. */
export const markTogether = oncePer((db: Database) => together((marks: Marks[]) => write(db, marks), { pause, most, alone: wasRefused }));

async function write(db: Database, marks: Marks[]): Promise<Told[][]> {
	const given = marks.flatMap(({ personId, networks, read }) => read.map((place) => ({ person: personId, networks, ...place })));
	if (given.length === 0) return marks.map(() => []);
	const rows = await db.execute<{ person: string; stream: string; after: string; up_to: string }>(sql`
		with read as materialized (
			select person, streams.id as stream, least(streams.seq, max(given.seq)) as seq
			from json_to_recordset(${JSON.stringify(given)}::json) as given (person uuid, networks uuid[], stream text, seq bigint)
			join streams on streams.id = given.stream
			join meetings on meetings.stream = streams.id and meetings.network_id = any(given.networks)
			group by person, streams.id),
		before as (select cursors.* from cursors join read on cursors.person_id = read.person and cursors.stream = read.stream),
		moved as (
			insert into cursors (person_id, stream, seq)
			select person, stream, seq from read order by person, stream
			on conflict (person_id, stream) do update set seq = greatest(cursors.seq, excluded.seq)
			returning person_id, stream, seq)
		select moved.person_id as person, moved.stream, coalesce(before.seq, 0) as after, moved.seq as up_to
		from moved left join before on before.person_id = moved.person_id and before.stream = moved.stream
		where exists (
			select from notifications
			where notifications.person_id = moved.person_id and notifications.stream = moved.stream and read_at is null
				and (notifications.seq = 0 or (notifications.seq > coalesce(before.seq, 0) and notifications.seq <= moved.seq)))`);
	const told = Map.groupBy(rows, ({ person }) => person);
	return marks.map(({ personId }) => (told.get(personId) ?? []).map(({ stream, after, up_to: upTo }) => ({ stream, after, upTo })));
}
