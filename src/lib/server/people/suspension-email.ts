import { eq, sql } from 'drizzle-orm';
import { formatter } from '#lib/i18n/format.ts';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import { m } from '#lib/i18n/m';
import { email, type Part } from '#lib/model/mail/email.ts';
import { suspensionIn } from '../access/suspension.ts';
import { isCurrent } from '../access/memberships.ts';
import { people } from '../db/schema/people.ts';
import type { EmailTemplate } from '../mail/template.ts';
import type { Services } from '../services.ts';

/*
 * Who is suspended reads nothing here any more, so these emails are the only way they hear of it. They come whatever the
 * person chose about emails, and at any hour. Nothing to say once it is otherwise again.
 */

/** Tells somebody that their access is suspended, why, and whom they can write to. */
export const suspensionEmail: EmailTemplate = {
	called: (locale) => m.email_called_suspension({}, { locale }),
	async render(services, { personId }) {
		const found = await personOf(services, personId);
		const suspension = found && suspensionIn(found.row);
		if (!suspension) return null;
		const { said, locale, to, format } = found;
		const leads = await leadsOf(services, found.row.id);
		const reason: Part[] = suspension.reason
			? [
					{ is: 'words', words: m.people_suspended_reason({}, said) },
					{ is: 'words', words: suspension.reason }
				]
			: [];
		return {
			to,
			email: email({
				lang: locale,
				subject: m.people_suspended({}, said),
				parts: [
					{ is: 'words', words: m.email_hello({ name: to.name }, said) },
					{ is: 'words', words: m.people_suspended_since({ when: format.dayAndTime(suspension.since) }, said) },
					...reason,
					{ is: 'words', words: m.people_suspended_then({}, said) },
					...(leads.length > 0
						? [{ is: 'words' as const, words: m.email_suspended_leads({ names: format.list(leads) }, said) }]
						: [])
				]
			})
		};
	}
};

/** Tells somebody that they may come in again. */
export const readmissionEmail: EmailTemplate = {
	called: (locale) => m.email_called_readmission({}, { locale }),
	async render(services, { personId }) {
		const found = await personOf(services, personId);
		if (!found || found.row.suspendedAt) return null;
		const { said, locale, to } = found;
		return {
			to,
			email: email({
				lang: locale,
				subject: m.email_readmitted({}, said),
				parts: [
					{ is: 'words', words: m.email_hello({ name: to.name }, said) },
					{ is: 'words', words: m.email_readmitted_says({}, said) },
					{ is: 'door', words: m.email_readmitted_door({}, said), url: `${services.config.publicUrl}/` }
				]
			})
		};
	}
};

async function personOf({ db }: Services, id: string | null) {
	const [row] = id === null ? [] : await db.select().from(people).where(eq(people.id, id));
	if (!row) return null;
	const locale = isLocale(row.locale) ? row.locale : baseLocale;
	const to = { name: row.name, address: row.email };
	return { row, locale, said: { locale }, to, format: formatter(locale, row.timeZone) };
}

/** Names of those who lead the networks that somebody belongs to. */
async function leadsOf({ db, clock }: Services, id: string): Promise<string[]> {
	const now = clock.now();
	const rows = await db.execute<{ name: string }>(sql`
		select distinct lead.name from memberships held join people lead on lead.id = held.person_id
		where held.role = 'lead' and ${isCurrent(now)} and lead.suspended_at is null and lead.id <> ${id} and held.network_id in (
			select own.network_id from memberships own where own.person_id = ${id})
		order by lead.name`);
	return rows.map(({ name }) => name);
}
