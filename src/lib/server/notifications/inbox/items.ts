import { sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';
import type { ItemKind } from '#lib/model/notifications/kinds.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { slot } from '../../platform/slot.ts';

/** What the inbox needs of a kind of items. */
export interface NotificationItems {
	kind: ItemKind;
	/** The part of a query over `notifications` that leaves only those of items that this person may read. */
	visible(person: Person): SQL;
	/** How these are shown, as far as this person may see them now. */
	cards(db: Database | Transaction, person: Person, locale: string, entries: Entry[]): Promise<Card[]>;
}

/** Everything that people are notified of, each kind by the noun that knows it. */
export const notificationItems = slot<readonly NotificationItems[]>('notification items');

/** The part of a query over `notifications` that leaves what has arrived and may be known of: of what is hidden nobody is told. */
export function visibleNotifications(person: Person): SQL {
	return sql`${arrivedNotifications(person)} and notifications.withdrawn_at is null`;
}

/** The same with those whose place is hidden now. */
export function arrivedNotifications(person: Person): SQL {
	const kinds = notificationItems.get().map(({ kind, visible }) => sql`(notifications.item_kind = ${kind} and ${visible(person)})`);
	return sql`notifications.person_id = ${person.id} and notifications.arrived is not null and (${sql.join(kinds, sql` or `)})`;
}

/**
 * The part of a query over `notifications` that leaves what waits for somebody: the one answer to what waits. Desk, bell,
 * inbox and the page's title have their number from here.
 */
export function whatWaits(person: Person): SQL {
	return sql`${visibleNotifications(person)} and notifications.waits`;
}

/** What entries are shown from, by the notification's id. */
export async function cardsOf(db: Database | Transaction, person: Person, locale: string, entries: Entry[]): Promise<Record<string, Card>> {
	const byKind = Map.groupBy(entries, ({ item }) => item.kind);
	const cards = await Promise.all(
		notificationItems.get().map(async ({ kind, cards }) => {
			const its = byKind.get(kind);
			return its ? cards(db, person, locale, its) : [];
		})
	);
	return Object.fromEntries(cards.flat().map((card) => [card.id, card]));
}
