import { inArray } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';
import { instantOf } from '#lib/model/zoned.ts';
import type { Database, Transaction } from '../db/client.ts';
import { meetings } from '../db/schema/meetings.ts';
import { actCards } from '../threads/act-cards.ts';

/** Reminders of meetings, as these are planned now. */
export async function reminderCards(db: Database | Transaction, person: Person, locale: string, entries: Entry[]): Promise<Card[]> {
	if (entries.length === 0) return [];
	const rows = await db
		.select({ id: meetings.id, opensAt: meetings.opensAt, zone: meetings.timeZone })
		.from(meetings)
		.where(
			inArray(
				meetings.id,
				entries.map(({ item }) => item.id)
			)
		);
	const planned = new Map(rows.map((row) => [row.id, row]));
	return actCards(db, person, locale, entries, ({ item }) => {
		const { opensAt = null, zone = '' } = planned.get(item.id) ?? {};
		return { begins: opensAt && instantOf(opensAt.replace(' ', 'T'), zone).toISOString() };
	});
}
