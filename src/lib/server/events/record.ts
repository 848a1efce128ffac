import { sql } from 'drizzle-orm';
import { countable, largestPayload, type DomainEvent } from '#lib/model/events.ts';
import type { Transaction } from '../db/client.ts';

export interface Recorded {
	stream: string;
	seq: number;
}

/**
 * Appends one event to its stream inside the running transaction and says its number.
 * The stream's row stays locked until the commit: that keeps numbers gap-free and in the order of the commits.
 * A text too large to travel is left out of the payload; readers fetch it.
 */
export async function record(
	tx: Transaction,
	{
		stream,
		event,
		actorId,
		at
	}: { stream: string; event: DomainEvent; actorId: string | null; at: Date }
): Promise<Recorded> {
	const rows = await tx.execute<{ seq: string }>(sql`
		with head as (update streams set seq = seq + 1 where id = ${stream} returning seq)
		insert into events (stream, seq, name, actor_id, at, countable, payload)
		select ${stream}, seq, ${event.name}, ${actorId}, ${at.toISOString()}, ${countable[event.name]}, ${travelling(event)}::jsonb
		from head returning seq`);
	const [row] = rows;
	if (!row) throw new Error(`No stream ${stream}`);
	return { stream, seq: Number(row.seq) };
}

function travelling(event: DomainEvent): string {
	const whole = JSON.stringify(event.payload);
	if (Buffer.byteLength(whole) <= largestPayload || !('doc' in event.payload)) return whole;
	return JSON.stringify({ ...event.payload, doc: null });
}

/** Makes the stream that a new subject speaks through. */
export async function openStream(tx: Transaction, stream: string): Promise<void> {
	await tx.execute(sql`insert into streams (id) values (${stream})`);
}
