import { and, asc, eq, inArray, isNull, ne, type SQL } from 'drizzle-orm';
import type { Envelope } from '#lib/model/events.ts';
import type { Transaction } from '../db/client.ts';
import { notifications } from '../db/schema/notifications.ts';
import { entryColumns, type EntryRow } from './entry-rows.ts';
import { recordForPeople, type ForPerson } from './record-for-people.ts';

/** A place that people were told of, and who changes it. */
export interface ChangedPlace {
	stream: string;
	seq: number;
	actorId: string;
	now: Date;
}

type ToldRow = EntryRow & { personId: string };

/** What told of a place, locked until the commit. */
export function toldOf(tx: Transaction, { stream, seq }: Pick<ChangedPlace, 'stream' | 'seq'>, which?: SQL): Promise<ToldRow[]> {
	return tx
		.select({ ...entryColumns, personId: notifications.personId })
		.from(notifications)
		.where(and(eq(notifications.stream, stream), eq(notifications.seq, seq), which))
		.orderBy(asc(notifications.id))
		.for('update');
}

/** Its person's pages drop it. */
export function droppedBy({ id, personId, waits }: Pick<ToldRow, 'id' | 'personId' | 'waits'>): ForPerson {
	return { personId, event: { name: 'notification.withdrawn', payload: { ids: [id], waiting: -Number(waits) } } };
}

/**
 * A place is hidden: nobody is told of it, within the transaction that hides it. What tells its author of the hiding stays.
 * @returns the events, to be handed to the feed after the commit
 */
export async function withdraw(tx: Transaction, place: ChangedPlace): Promise<Envelope[]> {
	const rows = await toldOf(tx, place, and(isNull(notifications.withdrawnAt), ne(notifications.kind, 'moderation')));
	if (rows.length === 0) return [];
	await tx
		.update(notifications)
		.set({ withdrawnAt: place.now, waits: false })
		.where(inArray(notifications.id, idsOf(rows)));
	return dropped(tx, place, rows);
}

/**
 * A place is gone for ever, and with it what told of it, within the transaction that takes it away.
 * @returns the events, to be handed to the feed after the commit
 */
export async function takeBack(tx: Transaction, place: ChangedPlace): Promise<Envelope[]> {
	const rows = await toldOf(tx, place);
	if (rows.length === 0) return [];
	await tx.delete(notifications).where(inArray(notifications.id, idsOf(rows)));
	return dropped(
		tx,
		place,
		rows.filter(({ withdrawnAt }) => withdrawnAt === null)
	);
}

function dropped(tx: Transaction, { actorId, now: at }: ChangedPlace, rows: ToldRow[]): Promise<Envelope[]> {
	return recordForPeople(tx, rows.filter(({ arrived }) => arrived !== null).map(droppedBy), { actorId, at });
}

function idsOf(rows: ToldRow[]): string[] {
	return rows.map(({ id }) => id);
}
