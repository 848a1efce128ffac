import { and, inArray, isNotNull } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { emailedNotifications } from '../../db/schema/mail.ts';
import { notifications } from '../../db/schema/notifications.ts';

/**
 * Notes what an email leaves out because it is hidden: once it is restored it is mailed after all. Whoever restores it
 * this very moment either waits for the note (`notifyRestored`) or has it looked at again here.
 * @param hidden ids of notifications
 * @returns those that are hidden still
 */
export function leftOut(db: Database, hidden: string[]): Promise<string[]> {
	const rows = (ids: string[]) => inArray(emailedNotifications.notificationId, ids);
	return db.transaction(async (tx) => {
		await tx
			.select({ id: emailedNotifications.notificationId })
			.from(emailedNotifications)
			.where(rows(hidden))
			.orderBy(emailedNotifications.notificationId)
			.for('update');
		const still = await tx
			.select({ id: notifications.id })
			.from(notifications)
			.where(and(inArray(notifications.id, hidden), isNotNull(notifications.withdrawnAt)));
		const ids = still.map(({ id }) => id);
		if (ids.length > 0) await tx.update(emailedNotifications).set({ untold: true }).where(rows(ids));
		return ids;
	});
}
