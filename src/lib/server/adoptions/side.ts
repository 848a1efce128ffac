import { sql } from 'drizzle-orm';
import { partnerRoles } from '#lib/model/access/holds.ts';
import type { Transaction } from '../db/client.ts';
import { isCurrent } from '../access/memberships.ts';
import { peopleWith } from '../practices/tell.ts';
import type { AdoptionRow } from './find.ts';

/** Ids of who looks after a pair for one of its cities and still works there; the city's whole team where nobody does. */
export async function sideOf(
	tx: Transaction,
	{ id, networkId: network }: Pick<AdoptionRow, 'id' | 'networkId'>,
	{ partner, now }: { partner: string; now: Date }
): Promise<string[]> {
	const rows = await tx.execute<{ id: string }>(sql`
		select distinct held.person_id as id from adoption_people listed
			join memberships held on held.person_id = listed.person_id and held.partner_id = listed.partner_id
		where listed.adoption_id = ${id} and listed.partner_id = ${partner} and held.role = any(${sql.param([...partnerRoles])}::text[])
			and ${isCurrent(now)}
		order by 1`);
	if (rows.length > 0) return rows.map((row) => row.id);
	return peopleWith(tx, { network, roles: partnerRoles, partner, now });
}
