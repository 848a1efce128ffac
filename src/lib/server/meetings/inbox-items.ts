import { sql } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';
import { inReadableStream } from '../access/readable-streams.ts';
import type { Database, Transaction } from '../db/client.ts';
import type { NotificationItems } from '../notifications/inbox/items.ts';
import { postCards } from '../threads/post-cards.ts';
import { reminderCards } from './reminder-cards.ts';

/** What meetings tell the inbox. */
export const meetingItems: NotificationItems = {
	kind: 'meeting',
	visible: (person: Person) => inReadableStream(person, sql`notifications.stream`),
	cards
};

async function cards(db: Database | Transaction, person: Person, locale: string, entries: Entry[]): Promise<Card[]> {
	const { reminders = [], said = [] } = Object.groupBy(entries, ({ kind }) => (kind === 'reminder' ? 'reminders' : 'said'));
	return (await Promise.all([reminderCards(db, person, locale, reminders), postCards(db, person, locale, said)])).flat();
}
