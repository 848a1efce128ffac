import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { notifications } from '../db/schema/notifications.ts';
import { emailedNotifications } from '../db/schema/mail.ts';

/**
 * Frees what emails left out while a place was hidden, within the transaction that restores it, so that other emails may
 * show it; its time of delivery becomes now. An email that is being written meanwhile is waited for.
 * @returns the ids of the notifications, to be announced as restored after the commit
 */
export async function notifyRestored(tx: Transaction, { stream, seq, now }: { stream: string; seq: number; now: Date }): Promise<string[]> {
	const its = tx
		.select({ id: notifications.id })
		.from(notifications)
		.where(and(eq(notifications.stream, stream), eq(notifications.seq, seq)));
	const ofThese = inArray(emailedNotifications.notificationId, its);
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
	const ids = untold.map(({ id }) => id);
	if (ids.length > 0) await tx.update(notifications).set({ deliveredAt: now }).where(inArray(notifications.id, ids));
	return ids;
}
