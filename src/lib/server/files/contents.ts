import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/client.ts';
import { contentLocks } from '../db/locks.ts';
import { memoPer } from '../platform/memo.ts';
import type { Services } from '../services.ts';
import { openStore } from './store.ts';

/** Until the end of the transaction nobody else brings these contents or takes them away, so that none goes that just came again. */
export async function holdContents(tx: Transaction, contents: readonly string[]): Promise<void> {
	await tx.execute(sql`
		select pg_advisory_xact_lock(${contentLocks}, place)
		from (select distinct hashtext(sha256) as place from unnest(${sql.param(contents)}::text[]) as held(sha256)
			order by place) places`);
}

export const storeOf = memoPer(({ config }: Services) => openStore(config.files));

/** Those of these contents that no row names: neither a file nor what is shown of one. */
export async function unnamed(db: Database | Transaction, contents: string[]): Promise<string[]> {
	if (contents.length === 0) return [];
	const rows = await db.execute<{ sha256: string }>(sql`
		select sha256 from unnest(${sql.param(contents)}::text[]) as kept(sha256)
		where not exists (select from files where files.sha256 = kept.sha256::bpchar)
			and not exists (select from file_renditions shown where shown.sha256 = kept.sha256::bpchar)`);
	return rows.map(({ sha256 }) => sha256);
}
