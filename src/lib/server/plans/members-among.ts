import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';

/** Of these people those who are in the network now. */
export async function currentMembersAmong(
	tx: Transaction,
	{ network, ids, now }: { network: string; ids: string[]; now: Date }
): Promise<string[]> {
	const rows = await tx.execute<{ id: string }>(sql`
		select people.id from people where people.id = any(${sql.param(ids)}::uuid[]) and people.suspended_at is null and exists (
			select from memberships held where held.person_id = people.id and held.network_id = ${network}
				and held.starts_at <= ${now.toISOString()} and (held.ends_at is null or held.ends_at > ${now.toISOString()}))`);
	return rows.map(({ id }) => id);
}
