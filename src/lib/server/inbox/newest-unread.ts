import type { Person } from '#lib/model/actor.ts';
import type { Card } from '#lib/model/inbox/cards.ts';
import type { Entry } from '#lib/model/inbox/entries.ts';
import type { Database } from '../db/client.ts';
import { cardsOf } from './items.ts';
import { openInbox } from './open-inbox.ts';

/** The newest of what is new to somebody and how much there is, for the desk. */
export async function newestUnread(
	db: Database,
	person: Person,
	{ locale, most }: { locale: string; most: number }
): Promise<{ count: number; shown: { entry: Entry; card: Card }[] }> {
	const { entries, unread } = await openInbox(db, person, { view: 'waiting', unread: true, most });
	const cards = await cardsOf(db, person, locale, entries);
	const shown = entries.flatMap((entry) => {
		const card = cards[entry.id];
		return card ? [{ entry, card }] : [];
	});
	return { count: unread, shown };
}
