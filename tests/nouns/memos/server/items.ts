import { sql } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';
import { inReadableStream } from '#lib/server/access/readable-streams.ts';
import type { Database, Transaction } from '#lib/server/db/client.ts';
import type { NotificationItems } from '#lib/server/notifications/inbox/items.ts';
import { actCards } from '#lib/server/threads/act-cards.ts';
import { postCards } from '#lib/server/threads/post-cards.ts';

/** What memos tell the inbox: what is said in their threads, and that they are due. */
export const memoItems: NotificationItems = {
	kind: 'memo',
	visible: (person) => inReadableStream(person, sql`notifications.stream`),
	cards
};

async function cards(db: Database | Transaction, person: Person, locale: string, entries: Entry[]): Promise<Card[]> {
	const { reminders = [], said = [] } = Object.groupBy(entries, ({ kind }) => (kind === 'reminder' ? 'reminders' : 'said'));
	return [...(await actCards(db, person, locale, reminders, () => ({}))), ...(await postCards(db, person, locale, said))];
}
