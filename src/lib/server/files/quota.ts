import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';

/** On whose account a file is kept: a city's, or of who belongs to no city their own. */
export interface Account {
	partnerId: string | null;
	ownerId: string;
}

/** Bytes on an account, those on their way included. Nobody else adds to it before the commit. */
export async function bytesKept(tx: Transaction, { partnerId, ownerId }: Account): Promise<number> {
	const [account, whose] =
		partnerId === null ? [sql`people where id = ${ownerId}`, sql`partner_id is null and owner_id = ${ownerId}`] : [sql`partners where id = ${partnerId}`, sql`partner_id = ${partnerId}`];
	await tx.execute(sql`select 1 from ${account} for no key update`);
	const [kept] = await tx.execute<{ bytes: string }>(sql`
		select coalesce((select sum(size) from files where ${whose}), 0) + coalesce((select sum(size) from uploads where ${whose}), 0) as bytes`);
	return Number(kept?.bytes ?? 0);
}
