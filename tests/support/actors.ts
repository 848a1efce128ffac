import { eq } from 'drizzle-orm';
import { baseLocale, isLocale } from '#lib/i18n/locales.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { people } from '#lib/server/db/schema/people.ts';
import { currentMemberships } from '#lib/server/access/memberships.ts';
import type { Services } from '#lib/server/services.ts';

/** The people of the demo that tests speak through, by address. */
export const who = {
	lead: 'marek.wiosna@poznan.example',
	coordinator: 'vija.tiltakrasta@daugavpils.example',
	officer: 'ilze.ozolkalne@daugavpils.example',
	local: 'artis.parkmalis@daugavpils.example',
	host: 'ines.salgueiral@coimbra.example',
	expert: 'elio.fontanella@experts.example',
	reader: 'claire.belvoisin@secretariat.example'
} as const;

/** Somebody of the database as the policy sees them. */
export async function actorOf({ db, clock }: Pick<Services, 'db' | 'clock'>, email: string): Promise<Person> {
	const [row] = await db
		.select({
			id: people.id,
			name: people.name,
			locale: people.locale,
			timeZone: people.timeZone,
			suspendedAt: people.suspendedAt,
			memberships: currentMemberships(clock.now())
		})
		.from(people)
		.where(eq(people.email, email));
	if (!row) throw new Error(`Nobody here has the address ${email}`);
	const { suspendedAt, locale, ...person } = row;
	return { ...person, kind: 'person', locale: isLocale(locale) ? locale : baseLocale, suspended: suspendedAt !== null };
}
