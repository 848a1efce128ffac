import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Database, Transaction } from '../db/client.ts';
import { partners } from '../db/schema/networks.ts';

/** On whose account a file is kept: a city's, or of who belongs to no city their own. */
export interface Account {
	partnerId: string | null;
	ownerId: string;
}

export async function accountOf(
	db: Database | Transaction,
	{ network, city, ownerId }: { network: string; city: string | null; ownerId: string }
): Promise<Account> {
	if (city === null) return { partnerId: null, ownerId };
	const [partner] = await db
		.select({ id: partners.id })
		.from(partners)
		.where(and(eq(partners.networkId, network), eq(partners.code, city)));
	return { partnerId: partner?.id ?? null, ownerId };
}

/** Nobody else adds to this account before the commit. */
export async function lockAccount(tx: Transaction, { partnerId, ownerId }: Account): Promise<void> {
	await tx.execute(
		partnerId === null
			? sql`select 1 from people where id = ${ownerId} for no key update`
			: sql`select 1 from partners where id = ${partnerId} for no key update`
	);
}

/** Bytes on an account, those on their way included. */
export async function bytesKept(db: Database | Transaction, { partnerId, ownerId }: Account): Promise<number> {
	const whose: SQL = partnerId === null ? sql`partner_id is null and owner_id = ${ownerId}` : sql`partner_id = ${partnerId}`;
	const [kept] = await db.execute<{ bytes: string }>(sql`
		select coalesce((select sum(size) from files where ${whose}), 0)
			+ coalesce((select sum(size) from uploads where ${whose}), 0) as bytes`);
	return Number(kept?.bytes ?? 0);
}
