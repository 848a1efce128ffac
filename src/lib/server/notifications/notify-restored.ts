import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Envelope } from '#lib/model/events.ts';
import type { Transaction } from '../db/client.ts';
import { notifications } from '../db/schema/notifications.ts';
import { emailedNotifications } from '../db/schema/mail.ts';
import { ofWaitingKind, presentEntry, willWait } from './entry-rows.ts';
import { recordForPeople, type ForPerson } from './record-for-people.ts';
import { toldOf, type ChangedPlace } from './withdraw.ts';

/**
 * A place is shown again, and so is what told of it, as it was; within the transaction that restores it. What emails left
 * out meanwhile is freed, so that other emails may show it; its time of delivery becomes now. An email that is being
 * written meanwhile is waited for.
 * @returns the events for the feed, and the ids of the notifications to be announced as restored, both after the commit
 */
export async function notifyRestored(tx: Transaction, place: ChangedPlace): Promise<{ events: Envelope[]; untold: string[] }> {
	const { actorId, now } = place;
	const rows = await toldOf(tx, place, isNotNull(notifications.withdrawnAt));
	if (rows.length === 0) return { events: [], untold: [] };
	const these = rows.map(({ id }) => id);
	await tx
		.update(notifications)
		.set({
			withdrawnAt: null,
			waits: sql`${notifications.arrived} is not null and ${notifications.doneAt} is null and ${ofWaitingKind}`
		})
		.where(inArray(notifications.id, these));
	const untold = await freed(tx, these);
	if (untold.length > 0) await tx.update(notifications).set({ deliveredAt: now }).where(inArray(notifications.id, untold));
	const shown = rows
		.filter(({ arrived }) => arrived !== null)
		.map((row): ForPerson => ({
			personId: row.personId,
			event: {
				name: 'notification.changed',
				payload: { entries: [presentEntry(row)], done: row.doneAt ? [row.id] : [], waiting: Number(willWait(row)) }
			}
		}));
	return { events: await recordForPeople(tx, shown, { actorId, at: now }), untold };
}

/** Ids of those that emails left out; they may be emailed again. */
async function freed(tx: Transaction, ids: string[]): Promise<string[]> {
	const ofThese = inArray(emailedNotifications.notificationId, ids);
	await tx
		.select({ id: emailedNotifications.notificationId })
		.from(emailedNotifications)
		.where(ofThese)
		.orderBy(emailedNotifications.notificationId)
		.for('update');
	const untold = await tx
		.delete(emailedNotifications)
		.where(and(ofThese, eq(emailedNotifications.untold, true)))
		.returning({ id: emailedNotifications.notificationId });
	return untold.map(({ id }) => id);
}
