import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/client.ts';
import { oncePer } from '../once-per.ts';
import type { Services } from '../services.ts';
import { openStore } from './store.ts';

/** Contents come and go while nobody else does the same, so that none goes that just came again. */
export const contentLock = sql`select pg_advisory_xact_lock(5717, 20)`;

export const storeOf = oncePer(({ config }: Services) => openStore(config.files));

/** Those of these contents that no row names: neither a file nor what is shown of one. */
export async function unnamed(db: Database | Transaction, contents: string[]): Promise<string[]> {
	if (contents.length === 0) return [];
	const rows = await db.execute<{ sha256: string }>(sql`
		select sha256 from unnest(${sql.param(contents)}::text[]) as kept(sha256)
		where not exists (select from files where files.sha256 = kept.sha256::bpchar)
			and not exists (select from file_renditions shown where shown.sha256 = kept.sha256::bpchar)`);
	return rows.map(({ sha256 }) => sha256);
}
