import { sql } from 'drizzle-orm';
import { isAmong, peopleNamed } from '#lib/model/access/groups.ts';
import type { Transaction } from '../db/client.ts';
import { asActors } from './as-actors.ts';

/**
 * Ids of the people who come to an audience by groups that were not in it before, and were in none of those that were. Also who
 * is suspended: they may come back as what they are.
 */
export async function newcomers(
	tx: Transaction,
	{ before, come, now }: { before: readonly string[]; come: readonly string[]; now: Date }
): Promise<string[]> {
	const { networks, people } = peopleNamed(come);
	const found = await asActors(
		tx,
		now,
		sql`people.id = any(${sql.param(people)}::uuid[]) or exists (
			select from memberships held where held.person_id = people.id and held.network_id = any(${sql.param(networks)}::uuid[]))`
	);
	return found.filter((one) => isAmong(one, come) && !isAmong(one, before)).map(({ id }) => id);
}
