import { eq } from 'drizzle-orm';
import { formatter, type Formatter } from '#lib/i18n/format.ts';
import { baseLocale, isLocale, type Locale } from '#lib/i18n/locales.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { quietUntil } from '#lib/model/notifications/email/occurrences.ts';
import { people } from '../../db/schema/people.ts';
import type { MailRecipient } from '../../mail/transport.ts';
import { currentMemberships } from '../../access/memberships.ts';
import type { Services } from '../../services.ts';
import { timesOf } from './times.ts';

/** Whom an email about the network's matters goes to, as the policy sees them at this moment. */
export interface EmailReader {
	person: Person;
	to: MailRecipient;
	locale: Locale;
	format: Formatter;
	/** Whether they want digests. */
	digests: boolean;
	/** When their quiet hours end, while they last. */
	quietUntil: Date | null;
}

/** Null for those who are suspended, or belong to no network any more: nothing is mailed to them. */
export async function emailReaderOf({ db, clock }: Services, id: string | null): Promise<EmailReader | null> {
	if (id === null) return null;
	const now = clock.now();
	const [row] = await db
		.select({
			id: people.id,
			name: people.name,
			email: people.email,
			locale: people.locale,
			timeZone: people.timeZone,
			suspendedAt: people.suspendedAt,
			memberships: currentMemberships(now)
		})
		.from(people)
		.where(eq(people.id, id));
	if (!row || row.suspendedAt !== null || row.memberships.length === 0) return null;
	const { email, suspendedAt: _, ...known } = row;
	const locale = isLocale(known.locale) ? known.locale : baseLocale;
	const { quiet, rhythm } = await timesOf(db, id);
	return {
		person: { ...known, kind: 'person', locale, suspended: false },
		to: { name: known.name, address: email },
		locale,
		format: formatter(locale, known.timeZone),
		digests: rhythm !== 'off',
		quietUntil: quietUntil(quiet, known.timeZone, now)
	};
}
