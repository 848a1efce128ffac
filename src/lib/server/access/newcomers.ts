import { sql } from 'drizzle-orm';
import { baseLocale } from '#lib/i18n/locales.ts';
import { isAmong } from '#lib/model/access/groups.ts';
import type { Membership } from '#lib/model/access/roles.ts';
import type { Transaction } from '../db/client.ts';
import { currentMemberships } from './memberships.ts';

/**
 * Ids of the people who are in one of the groups of an audience and were in none of it before. Also who is suspended: they may
 * come back as what they are.
 */
export async function newcomers(
	tx: Transaction,
	{ before, audience, now }: { before: readonly string[]; audience: readonly string[]; now: Date }
): Promise<string[]> {
	if (audience.every((group) => before.includes(group))) return [];
	const rows = await tx.execute<{ id: string; name: string; memberships: Membership[] }>(sql`
		select people.id, people.name, ${currentMemberships(now)} as memberships from people`);
	const among = (groups: readonly string[]) => (one: (typeof rows)[number]) =>
		isAmong({ ...one, kind: 'person', locale: baseLocale, timeZone: 'UTC', suspended: false }, groups);
	const [was, is] = [among(before), among(audience)];
	return rows.filter((one) => is(one) && !was(one)).map(({ id }) => id);
}
