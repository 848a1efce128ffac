import { inArray } from 'drizzle-orm';
import { m } from '#lib/i18n/m';
import { spoken } from '#lib/model/localized.ts';
import { partners } from '../../db/schema/networks.ts';
import type { Services } from '../../services.ts';
import type { EmailReader } from './reader.ts';
import type { NotificationContent } from './contents.ts';

export type CityNames = Map<string, string>;

/** Names of the cities of a reader's networks, in the reader's language, by code. */
export async function cityNames({ db }: Services, { person, locale }: EmailReader): Promise<CityNames> {
	const networks = [...new Set(person.memberships.map(({ network }) => network))];
	const rows = await db.select({ code: partners.code, name: partners.name }).from(partners).where(inArray(partners.networkId, networks));
	return new Map(rows.map(({ code, name }) => [code, spoken(name, locale)]));
}

/** What an item is called in an email: its city, and what it is about. */
export function itemName({ card: { item } }: NotificationContent, cities: CityNames): string {
	const city = item.city && cities.get(item.city);
	return city ? `${city}: ${item.title}` : item.title;
}

/** What happened, as a sentence begins: Ilze Ozolkalne mentioned you. */
export function whatHappened({ entry, card }: NotificationContent, cities: CityNames, { locale }: EmailReader): string {
	if (card.says !== undefined) return card.says;
	const said = { locale };
	const who = card.who?.name ?? m.email_somebody({}, said);
	switch (entry.kind) {
		case 'mention':
			return m.email_mention({ who }, said);
		case 'city':
			return m.email_city({ who, city: (card.city && cities.get(card.city)) ?? '' }, said);
		case 'reply':
			return m.email_reply({ who }, said);
		case 'follow':
			return m.email_follow({ who }, said);
		case 'assignment':
			return m.email_assignment({ who }, said);
		case 'invitation':
			return m.email_invited({ who }, said);
		case 'decision':
			return m.email_decision({ who }, said);
		case 'reminder':
			return card.item.title;
		case 'moderation':
			return card.state === 'hidden' ? m.email_hid_yours({ who }, said) : m.email_restored_yours({ who }, said);
	}
}
