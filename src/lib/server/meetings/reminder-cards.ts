import { and, eq, inArray } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';
import { spoken } from '#lib/model/localized.ts';
import { instantOf } from '#lib/model/zoned.ts';
import type { Database, Transaction } from '../db/client.ts';
import { meetings } from '../db/schema/meetings.ts';
import { partners } from '../db/schema/networks.ts';
import { visibleMeetings } from './visible.ts';

/** Reminders of meetings, as these are planned now. */
export async function reminderCards(db: Database | Transaction, person: Person, locale: string, entries: Entry[]): Promise<Card[]> {
	if (entries.length === 0) return [];
	const rows = await db
		.select({
			id: meetings.id,
			slug: meetings.slug,
			theme: meetings.theme,
			opensAt: meetings.opensAt,
			zone: meetings.timeZone,
			host: partners.code
		})
		.from(meetings)
		.innerJoin(partners, eq(partners.id, meetings.hostId))
		.where(
			and(
				inArray(
					meetings.id,
					entries.map(({ item }) => item.id)
				),
				visibleMeetings(person)
			)
		);
	const found = new Map(rows.map((row) => [row.id, row]));
	return entries.flatMap(({ id, item }) => {
		const meeting = found.get(item.id);
		if (!meeting) return [];
		const href = `/meetings/${meeting.slug}`;
		return [
			{
				id,
				item: { ...item, title: spoken(meeting.theme, locale), city: meeting.host, href },
				href,
				who: null,
				city: null,
				inOwnDiscussion: false,
				begins: meeting.opensAt && instantOf(meeting.opensAt.replace(' ', 'T'), meeting.zone).toISOString(),
				because: null,
				state: 'there',
				excerpt: null
			}
		];
	});
}
