import { sql, type SQL } from 'drizzle-orm';
import type { Entry } from '#lib/model/notifications/entries.ts';
import { waitingKinds } from '#lib/model/notifications/kinds.ts';
import { notifications } from '../db/schema/notifications.ts';

type Row = typeof notifications.$inferSelect;

/** What an entry is presented from. */
export const entryColumns = {
	id: notifications.id,
	kind: notifications.kind,
	itemKind: notifications.itemKind,
	itemId: notifications.itemId,
	stream: notifications.stream,
	seq: notifications.seq,
	actorId: notifications.actorId,
	at: notifications.at,
	readAt: notifications.readAt,
	doneAt: notifications.doneAt,
	withdrawnAt: notifications.withdrawnAt,
	waits: notifications.waits,
	arrived: notifications.arrived
};
export type EntryRow = Pick<Row, keyof typeof entryColumns>;

/** A notification as the person's browser knows it, beside its place in the inbox. */
export function placeless({ id, kind, itemKind, itemId, stream, seq, actorId, at, readAt }: EntryRow): Omit<Entry, 'arrived'> {
	return { id, kind, item: { kind: itemKind, id: itemId }, stream, seq, actor: actorId, at: at.toISOString(), read: readAt !== null };
}

export function presentEntry(row: EntryRow): Entry {
	return { ...placeless(row), arrived: row.arrived ?? 0 };
}

/** Whether it waits once its person is told, or told again, as the kind that it is. */
export function willWait({ kind, doneAt }: Pick<EntryRow, 'kind' | 'doneAt'>): boolean {
	return doneAt === null && waitingKinds.includes(kind);
}

/** The same within a statement, of what is not done. */
export const ofWaitingKind: SQL = sql`notifications.kind in (${sql.raw(waitingKinds.map((kind) => `'${kind}'`).join(', '))})`;
