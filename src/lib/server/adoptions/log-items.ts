import { sql } from 'drizzle-orm';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import type { Person } from '#lib/model/access/actor.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';
import { tagsOf } from '../access/tags-of.ts';
import type { Database, Transaction } from '../db/client.ts';
import type { NotificationItems } from '../notifications/inbox/items.ts';
import { excerptOfPost } from '../threads/excerpt.ts';
import { entriesAt } from './entries-at.ts';
import { inLog } from './files-in-log.ts';
import { visibleAdoptions } from './visible.ts';

/** What entries of a log tell the inbox: who is named in one, and what became of one's own. */
export const logItems: NotificationItems = {
	kind: inLog,
	visible: (person) => sql`exists (
		select from adoption_log entry join adoptions on adoptions.id = entry.adoption_id
		where entry.id = notifications.item_id and ${visibleAdoptions(person)})`,
	cards
};

async function cards(db: Database | Transaction, person: Person, locale: string, entries: Entry[]): Promise<Card[]> {
	const rows = await entriesAt(
		db,
		person,
		entries.map(({ item }) => item.id)
	);
	const known = new Map(rows.map((row) => [row.id, row]));
	const newest = Math.max(...entries.map(({ at }) => Date.parse(at)));
	const by = await tagsOf(
		db,
		entries.flatMap(({ actor }) => (actor ? [actor] : [])),
		new Date(newest)
	);
	const said = { locale: isLocale(locale) ? locale : baseLocale };
	return entries.flatMap(({ id, item, actor, kind }): Card[] => {
		const row = known.get(item.id);
		if (!row) return [];
		const who = actor ? (by.get(actor) ?? null) : null;
		const name = { who: who?.name ?? m.email_somebody({}, said) };
		const own = row.author.id === person.id;
		const sentence = () => (row.hiddenAt ? m.adoptions_told_log_hidden(name, said) : m.adoptions_told_log_restored(name, said));
		return [
			{
				id,
				item: { kind: inLog, id: item.id, title: row.title, name: m.adoptions_log_of({}, said), city: row.city, href: row.page },
				href: row.href,
				who,
				city: kind === 'city' ? cityOf(person, row.network) : null,
				inOwnDiscussion: false,
				begins: null,
				because: kind === 'moderation' && own ? row.hiddenReason : null,
				state: row.hiddenAt ? 'hidden' : 'there',
				...(kind === 'moderation' && { says: sentence() }),
				excerpt: row.hiddenAt ? null : excerptOfPost(row)
			}
		];
	});
}

/** The city that somebody is reached for when it is mentioned. */
function cityOf({ memberships }: Person, network: string): string | null {
	return memberships.find((held) => held.network === network && ['coordinator', 'officer'].includes(held.role))?.city ?? null;
}
