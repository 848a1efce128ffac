import { sql, type SQL } from 'drizzle-orm';
import { countable, largestPayload, type DomainEvent, type Envelope } from '#lib/model/events.ts';
import type { Database, Transaction } from '../db/client.ts';

/** What can run a statement: a transaction, or the database itself where one statement is all there is. */
export type Runner = Pick<Database | Transaction, 'execute'>;

export interface Recording {
	stream: string;
	event: DomainEvent;
	actorId: string | null;
	at: Date;
}

/**
 * Appends one event to its stream and says its number.
 * The stream's row stays locked until the commit: that keeps numbers gap-free and in the order of the commits.
 * A text too large to travel is left out of the payload; readers fetch it.
 * @param also parts of the same statement (`insert …`), which take the number from `head`; what one round trip can do needs no second
 */
export async function record(
	db: Runner,
	{ stream, event, actorId, at }: Recording,
	also: SQL[] = []
): Promise<Envelope> {
	const payload = travelling(event);
	const rows = await db.execute<{ seq: string }>(sql`
		with head as (update streams set seq = seq + 1 where id = ${stream} returning seq),
		event as (
			insert into events (stream, seq, name, actor_id, at, countable, payload)
			select ${stream}, seq, ${event.name}, ${actorId}, ${at.toISOString()}, ${countable[event.name]}, ${JSON.stringify(payload)}::jsonb
			from head)
		${sql.join(also.map((part, n) => sql`, ${sql.raw(`also_${n}`)} as (${part})`))}
		select seq from head`);
	const [row] = rows;
	if (!row) throw new Error(`No stream ${stream}`);
	return { ...event, payload, stream, seq: Number(row.seq), actor: actorId, at: at.toISOString() } as Envelope;
}

function travelling(event: DomainEvent): DomainEvent['payload'] {
	if (!('doc' in event.payload) || Buffer.byteLength(JSON.stringify(event.payload)) <= largestPayload) return event.payload;
	return { ...event.payload, doc: null };
}

/** Makes the stream that a new subject speaks through. */
export async function openStream(tx: Transaction, stream: string): Promise<void> {
	await tx.execute(sql`insert into streams (id) values (${stream})`);
}
