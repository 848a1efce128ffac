import type { Database, Transaction } from '../db/client.ts';
import { audit } from '../db/schema/streams.ts';

/** What is kept of acts on people, their accounts and roles: ids and the act, never a word of what was written. */
export async function noted(tx: Transaction | Database, entry: Omit<typeof audit.$inferInsert, 'id'>): Promise<void> {
	await tx.insert(audit).values(entry);
}
