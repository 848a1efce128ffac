import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';
import { entryColumns, presentEntry } from '../entry-rows.ts';
import { notifications } from '../../db/schema/notifications.ts';
import { emailedNotifications } from '../../db/schema/mail.ts';
import { arrivedNotifications, cardsOf } from '../inbox/items.ts';
import type { Mail } from '../../mail/lease.ts';
import type { Services } from '../../services.ts';
import type { EmailReader } from './reader.ts';
import { leftOut } from './left-out.ts';
import { waysOf } from './ways.ts';

/** One notification as an email shows it: what happened, in the words its reader may see at this moment. */
export interface NotificationContent {
	entry: Entry;
	card: Card;
}

/**
 * What an email still has to show, the newest first: not what was read, answered or done meanwhile, or taken away, or is not
 * for this reader any more, or of a kind that they want no emails about by now.
 */
export async function contentsOf({ db }: Services, mail: Mail, reader: EmailReader): Promise<NotificationContent[]> {
	const { person, locale } = reader;
	const its = db
		.select({ id: emailedNotifications.notificationId })
		.from(emailedNotifications)
		.where(eq(emailedNotifications.mailId, mail.id));
	const rows = await db
		.select(entryColumns)
		.from(notifications)
		.where(
			and(inArray(notifications.id, its), isNull(notifications.readAt), isNull(notifications.doneAt), arrivedNotifications(person))
		)
		.orderBy(desc(notifications.at), desc(notifications.seq));
	if (rows.length === 0) return [];
	const hidden = rows.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ id }) => id);
	const left = new Set(hidden.length > 0 ? await leftOut(db, hidden) : []);
	const ways = await waysOf(db, person.id);
	const entries = rows.map(presentEntry).filter(({ id, kind }) => ways[kind] !== 'off' && !left.has(id));
	const cards = await cardsOf(db, person, locale, entries);
	return entries.flatMap((entry) => {
		const card = cards[entry.id];
		return card && isTold(entry, card) ? [{ entry, card }] : [];
	});
}

/** What is out of sight is told to its author alone, and without its words. */
function isTold({ kind }: Entry, { state }: Card): boolean {
	return state === 'there' || (kind === 'moderation' && state === 'hidden');
}
