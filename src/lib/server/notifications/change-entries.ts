import { and, asc, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { DomainEvent, Envelope } from '#lib/model/events.ts';
import { mostEntries, streamOfPerson } from '#lib/model/notifications/entries.ts';
import { notifications } from '../db/schema/notifications.ts';
import { recordAll } from '../events/record.ts';
import type { Services } from '../services.ts';
import { entryColumns, ofWaitingKind, presentEntry, willWait, type EntryRow } from './entry-rows.ts';

/** What becomes of notifications: they are set so, never toggled, and those that are so already stay as they are. */
const changes = {
	read: {
		open: isNull(notifications.readAt),
		set: (now: Date) => ({ readAt: now }),
		event: (rows: EntryRow[]): DomainEvent => ({ name: 'notification.read', payload: { ids: rows.map(({ id }) => id) } })
	},
	done: {
		open: isNull(notifications.doneAt),
		set: (now: Date) => ({ doneAt: now, waits: false }),
		event: (rows: EntryRow[]): DomainEvent => ({
			name: 'notification.done',
			payload: { entries: rows.map(presentEntry), waiting: -rows.filter(({ waits }) => waits).length }
		})
	},
	undone: {
		open: isNotNull(notifications.doneAt),
		set: () => ({ doneAt: null, waits: sql`${notifications.arrived} is not null and ${ofWaitingKind}` }),
		event: (rows: EntryRow[]): DomainEvent => ({
			name: 'notification.undone',
			payload: { entries: rows.map(presentEntry), waiting: rows.filter((row) => willWait({ ...row, doneAt: null })).length }
		})
	}
};
export type Change = keyof typeof changes;

/** Changed at once at most: more than anybody sees on a page. */
const most = 500;

/**
 * Changes a person's own notifications and tells their pages.
 * @returns the ids of those that were not so before
 */
export async function changeEntries(services: Services, personId: string, change: Change, which: SQL | undefined): Promise<string[]> {
	const { open, set, event } = changes[change];
	const now = services.clock.now();
	const { ids, events } = await services.db.transaction(async (tx) => {
		const rows = await tx
			.select(entryColumns)
			.from(notifications)
			.where(and(eq(notifications.personId, personId), isNull(notifications.withdrawnAt), which, open))
			.orderBy(asc(notifications.id))
			.limit(most)
			.for('update');
		const ids = rows.map(({ id }) => id);
		if (ids.length === 0) return { ids, events: [] };
		await tx.update(notifications).set(set(now)).where(inArray(notifications.id, ids));
		// What has not arrived yet will arrive as what it is by then.
		const arrived = rows.filter((row) => row.arrived !== null);
		const recordings = inPackets(arrived).map((packet) => ({
			stream: streamOfPerson(personId),
			actorId: personId,
			at: now,
			event: event(packet)
		}));
		return { ids, events: recordings.length > 0 ? await recordAll(tx, recordings) : [] };
	});
	services.feed.wake(events.filter((event): event is Envelope => event !== null));
	return ids;
}

function inPackets(rows: EntryRow[]): EntryRow[][] {
	return Array.from({ length: Math.ceil(rows.length / mostEntries) }, (_, n) => rows.slice(n * mostEntries, (n + 1) * mostEntries));
}
