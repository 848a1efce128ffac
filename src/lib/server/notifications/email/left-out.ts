import { inArray } from 'drizzle-orm';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';
import type { Database } from '../../db/client.ts';
import { emailedNotifications } from '../../db/schema/mail.ts';
import { cardsOf } from '../inbox/items.ts';
import type { EmailReader } from './reader.ts';

/**
 * Notes what an email leaves out because it is hidden: once it is restored it is mailed after all. Whoever restores it
 * this very moment either waits for the note (`notifyRestored`) or has it looked at again here.
 * @returns how they are shown now
 */
export function leftOut(db: Database, hidden: Entry[], { person, locale }: EmailReader): Promise<Record<string, Card>> {
	const rows = (entries: Entry[]) =>
		inArray(
			emailedNotifications.notificationId,
			entries.map(({ id }) => id)
		);
	return db.transaction(async (tx) => {
		await tx
			.select({ id: emailedNotifications.notificationId })
			.from(emailedNotifications)
			.where(rows(hidden))
			.orderBy(emailedNotifications.notificationId)
			.for('update');
		const cards = await cardsOf(tx, person, locale, hidden);
		const still = hidden.filter(({ id }) => cards[id]?.state === 'hidden');
		if (still.length > 0) await tx.update(emailedNotifications).set({ untold: true }).where(rows(still));
		return cards;
	});
}
