import { sql, type SQL } from 'drizzle-orm';
import { countable, largestPayload, type DomainEvent, type Envelope } from '#lib/model/events.ts';
import type { Database, Transaction } from '../db/client.ts';

/** What can run a statement: a transaction, or the database itself where one statement is all there is. */
export type Runner = Pick<Database | Transaction, 'execute'>;

export interface Recording {
	event: DomainEvent;
	actorId: string | null;
	at: Date;
	/** For further parts of the statement. */
	beside?: object;
}

/** Appends one event to its stream and says its number. */
export async function record(db: Runner, { stream, ...recording }: Recording & { stream: string }): Promise<Envelope> {
	const [envelope] = await recordAll(db, stream, [recording]);
	return envelope as Envelope;
}

/**
 * Appends events to a stream, in one statement whatever their number.
 * The stream's row stays locked until the commit: that keeps numbers gap-free and in the order of the commits.
 * A text too large to travel is left out of the payload, and put beside it as `doc`; readers fetch it.
 * @param also parts of the same statement (`insert …`), which take from `made` what is recorded: `seq`, `actor`, `at`,
 * `payload` and `beside`
 */
export async function recordAll(db: Runner, stream: string, recordings: Recording[], also: SQL[] = []): Promise<Envelope[]> {
	const given = recordings.map(travelling);
	const rows = await db.execute<{ before: string }>(sql`
		with given as materialized (
			select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
				as given(n bigint, name text, actor uuid, at timestamptz, countable boolean, payload jsonb, beside jsonb)),
		head as (update streams set seq = seq + ${given.length} where id = ${stream} returning seq - ${given.length} as before),
		made as materialized (
			select before + n as seq, name, actor, at, countable, payload, beside from head cross join given),
		event as (
			insert into events (stream, seq, name, actor_id, at, countable, payload)
			select ${stream}, seq, name, actor, at, countable, payload from made)
		${sql.join(also.map((part, n) => sql`, ${sql.raw(`also_${n}`)} as (${part})`))}
		select before from head`);
	const [row] = rows;
	if (!row) throw new Error(`No stream ${stream}`);
	return given.map(({ n, name, payload, actor, at }) => ({ name, payload, stream, seq: Number(row.before) + n, actor, at }) as Envelope);
}

function travelling({ event: { name, payload }, actorId, at, beside }: Recording, before: number) {
	const heavy = 'doc' in payload && Buffer.byteLength(JSON.stringify(payload)) > largestPayload;
	return {
		n: before + 1,
		name,
		payload: heavy ? { ...payload, doc: null } : payload,
		actor: actorId,
		at: at.toISOString(),
		countable: countable[name],
		beside: heavy ? { ...beside, doc: payload.doc } : beside
	};
}

/** Makes the stream that a new subject speaks through. */
export async function openStream(tx: Transaction, stream: string): Promise<void> {
	await tx.execute(sql`insert into streams (id) values (${stream})`);
}
