import { sql, type SQL } from 'drizzle-orm';
import { baseLocale } from '#lib/i18n/locales.ts';
import type { Person } from '#lib/model/access/actor.ts';
import type { Membership } from '#lib/model/access/roles.ts';
import type { Database, Transaction } from '../db/client.ts';
import { currentMemberships } from './memberships.ts';

interface Row extends Record<string, unknown> {
	id: string;
	name: string;
	memberships: Membership[];
}

/** Somebody as what they are in their networks, to be compared with audiences and asked about by the policy. */
export function asActor({ id, name, memberships }: Row): Person {
	return { kind: 'person', id, name, locale: baseLocale, timeZone: 'UTC', suspended: false, memberships };
}

/**
 * People as what they are in their networks; who is suspended too, as what they were.
 * @param which a condition on `people`
 */
export async function asActors(tx: Database | Transaction, now: Date, which: SQL): Promise<Person[]> {
	const rows = await tx.execute<Row>(sql`
		select people.id, people.name, ${currentMemberships(now)} as memberships from people where ${which}`);
	return rows.map(asActor);
}
