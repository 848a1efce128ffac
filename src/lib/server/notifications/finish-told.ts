import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Envelope, EventName } from '#lib/model/events.ts';
import type { Transaction } from '../db/client.ts';
import { notifications } from '../db/schema/notifications.ts';
import { entryColumns, presentEntry } from './entry-rows.ts';
import { recordForPeople, type ForPerson } from './record-for-people.ts';

/**
 * What these events of a stream asked of people is done, whoever did it: it waits for nobody any more. Within the
 * transaction that does it, after what it records.
 * @param events names; `seqs` narrows them to some places
 * @returns the events, to be handed to the feed after the commit
 */
export async function finishTold(
	tx: Transaction,
	{ stream, events, seqs }: { stream: string; events: readonly EventName[]; seqs?: readonly number[] },
	{ actorId, now }: { actorId: string | null; now: Date }
): Promise<Envelope[]> {
	const places = sql`select seq from events where events.stream = ${stream} and events.name = any(${sql.param([...events])}::text[])`;
	const rows = await tx
		.select({ ...entryColumns, personId: notifications.personId })
		.from(notifications)
		.where(
			and(
				eq(notifications.stream, stream),
				isNull(notifications.doneAt),
				sql`${notifications.seq} in (${places})`,
				seqs && inArray(notifications.seq, [...seqs])
			)
		)
		.orderBy(asc(notifications.id))
		.for('update');
	if (rows.length === 0) return [];
	const ids = rows.map(({ id }) => id);
	await tx.update(notifications).set({ doneAt: now, waits: false }).where(inArray(notifications.id, ids));
	// What has not arrived yet arrives as done.
	const done = rows
		.filter(({ arrived }) => arrived !== null)
		.map((row): ForPerson => ({
			personId: row.personId,
			event: { name: 'notification.done', payload: { entries: [presentEntry(row)], waiting: -Number(row.waits) } }
		}));
	return recordForPeople(tx, done, { actorId, at: now });
}
