import type { DomainEvent, Envelope } from '#lib/model/events.ts';
import type { Sql } from 'postgres';

interface Row {
	stream: string;
	seq: string;
	name: string;
	actor_id: string | null;
	at: Date;
	payload: unknown;
}

/** The committed events of a stream after `seq`, in order, `limit` at most. */
export async function eventsSince(db: Sql, stream: string, seq: number, limit: number): Promise<Envelope[]> {
	const rows = await db<Row[]>`
		select stream, seq, name, actor_id, at, payload from events
		where stream = ${stream} and seq > ${seq} order by seq limit ${limit}`;
	return rows.map(toEnvelope);
}

/** The events of a stream after one number up to another, which has been committed. */
export async function eventsBetween(db: Sql, stream: string, after: number, upTo: number): Promise<Envelope[]> {
	const rows = await db<Row[]>`
		select stream, seq, name, actor_id, at, payload from events
		where stream = ${stream} and seq > ${after} and seq <= ${upTo} order by seq`;
	return rows.map(toEnvelope);
}

/**
 * The same as the text of a JSON array: what PostgreSQL writes down is neither read nor written by this process.
 * @returns null when the text would be longer than `longest` characters
 */
export async function textOfEvents(
	db: Sql,
	{ stream, after, upTo, longest }: { stream: string; after: number; upTo: number; longest: number }
): Promise<string | null> {
	const [row] = await db<{ text: string | null }[]>`
		with told as materialized (
			select seq, json_build_object('name', name, 'payload', payload, 'stream', stream, 'seq', seq, 'actor', actor_id,
				'at', to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text as event
			from events where stream = ${stream} and seq > ${after} and seq <= ${upTo})
		select case when coalesce(sum(length(event)), 0) <= ${longest} then '[' || coalesce(string_agg(event, ',' order by seq), '') || ']' end as text
		from told`;
	return row?.text ?? null;
}

function toEnvelope(row: Row): Envelope {
	const event = { name: row.name, payload: row.payload } as DomainEvent;
	return {
		...event,
		stream: row.stream,
		seq: Number(row.seq),
		actor: row.actor_id,
		at: row.at.toISOString()
	};
}

/** The newest number of each of these streams. */
export async function heads(db: Sql, streams: string[]): Promise<Map<string, number>> {
	const rows = await db<{ id: string; seq: string }[]>`
		select id, seq from streams where id = any(${streams})`;
	return new Map(rows.map((row) => [row.id, Number(row.seq)]));
}
