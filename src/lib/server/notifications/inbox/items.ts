import { sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';
import type { ItemKind } from '#lib/model/notifications/kinds.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { meetingItems } from '../../meetings/inbox-items.ts';

/** What the inbox needs of a kind of items. Whoever adds a noun to which people are addressed adds its line below. */
export interface InboxItems {
	/** The part of a query over `notifications` that leaves only those of items that this person may read. */
	visible(person: Person): SQL;
	/** How these are shown, as far as this person may see them now. */
	cards(db: Database | Transaction, person: Person, locale: string, entries: Entry[]): Promise<Card[]>;
}

const items: Partial<Record<ItemKind, InboxItems>> = { meeting: meetingItems };

/** The part of a query over `notifications` that leaves what has arrived and may be known of. */
export function visibleNotifications(person: Person): SQL {
	const kinds = Object.entries(items).flatMap(([kind, its]) =>
		its ? [sql`(notifications.item_kind = ${kind} and ${its.visible(person)})`] : []
	);
	return sql`notifications.person_id = ${person.id} and notifications.arrived is not null and (${sql.join(kinds, sql` or `)})`;
}

/** What entries are shown from, by the notification's id. */
export async function cardsOf(db: Database | Transaction, person: Person, locale: string, entries: Entry[]): Promise<Record<string, Card>> {
	const kinds = [...Map.groupBy(entries, ({ item }) => item.kind)];
	const cards = await Promise.all(kinds.map(async ([kind, its]) => (await items[kind]?.cards(db, person, locale, its)) ?? []));
	return Object.fromEntries(cards.flat().map((card) => [card.id, card]));
}
