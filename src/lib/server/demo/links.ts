import { eq } from 'drizzle-orm';
import { roleName } from '#lib/i18n/roles.ts';
import { people } from '../db/schema/people.ts';
import { hashOf, newToken } from '../auth/token.ts';
import type { Services } from '../services.ts';
import { cast } from './cast.ts';
import { demoCities } from './cities.ts';

export interface DemoLink {
	name: string;
	email: string;
	/** What the person is in the network, in English: "Officer, Daugavpils". */
	as: string;
	/** The same without the city. */
	role: string;
	url: string;
}

/** A fresh sign-in link for each person of the demo cast, valid as long as this process runs. */
export async function demoLinks(services: Services): Promise<DemoLink[]> {
	const rows = await services.db.select({ id: people.id, email: people.email }).from(people).where(eq(people.invented, true));
	const ids = new Map(rows.map(({ id, email }) => [email, id]));
	return cast.flatMap(({ name, email, city, ...held }) => {
		const id = ids.get(email);
		if (!id) return [];
		// Shorter than other secrets, so that it stands in one line beside a name; nobody guesses 128 bits.
		const token = newToken(16);
		services.demoLinks.set(hashOf(token), id);
		const home = demoCities.find(({ code }) => code === city)?.name.en;
		const role = roleName(held, { locale: 'en' });
		return [{ name, email, as: [role, home].filter(Boolean).join(', '), role, url: `${services.config.publicUrl}/enter/${token}` }];
	});
}

/** Whose link this is; null when there is no such link, or none any more. */
export function personOfLink(services: Services, token: string): string | null {
	return services.config.demo ? (services.demoLinks.get(hashOf(token)) ?? null) : null;
}
