import type { Person } from '#lib/model/access/actor.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Inbox } from '#lib/model/notifications/inbox.ts';
import type { Database } from '../../db/client.ts';
import { cardsOf } from './items.ts';
import { openInbox } from './open-inbox.ts';

/** The newest of what waits for somebody and how much there is, for the desk. */
export async function newestWaiting(
	db: Database,
	person: Person,
	{ locale, most }: { locale: string; most: number }
): Promise<{ inbox: Inbox; cards: Record<string, Card> }> {
	const inbox = await openInbox(db, person, { view: 'waiting', most });
	return { inbox, cards: await cardsOf(db, person, locale, inbox.entries) };
}
