import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { locales, type Locale } from '#lib/i18n/locales.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { colourThemes, type Theme } from '#lib/model/theme.ts';
import { people } from '../db/schema/people.ts';
import { parse } from '../platform/parse.ts';
import type { Services } from '../services.ts';
import { nameField } from './invitation-input.ts';
import { timeZoneField } from './time-zone.ts';

const profile = z.object({
	name: nameField,
	locale: z.enum(locales),
	timeZone: timeZoneField,
	theme: z.enum(colourThemes),
	letterKeys: z.stringbool({ truthy: ['on'], falsy: ['off'] }).optional()
});

/** What a person says about themselves, and how they like to read. */
export async function changeProfile(services: Services, person: Person, raw: unknown): Promise<void> {
	const changed = parse(profile, raw);
	await services.db.update(people).set(changed).where(eq(people.id, person.id));
	services.personChanged.announce(person.id);
}

/** The language or theme chosen somewhere else than in the profile. */
export async function setPreferences({ db }: Services, person: Person, preferences: { locale?: Locale; theme?: Theme }): Promise<void> {
	await db.update(people).set(preferences).where(eq(people.id, person.id));
}

/** The address by which a person signs in. */
export async function emailOf({ db }: Services, person: Person): Promise<string> {
	const [row] = await db.select({ email: people.email }).from(people).where(eq(people.id, person.id));
	return row?.email ?? '';
}
