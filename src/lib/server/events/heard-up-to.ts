import { eq } from 'drizzle-orm';
import type { HeardUpTo } from '#lib/model/heard.ts';
import type { Database, Transaction } from '../db/client.ts';
import { streams } from '../db/schema/streams.ts';

/**
 * Where a page that is made now goes on to hear. Asked before what it shows: what happens in between is told again, and changes
 * nothing.
 */
export async function heardUpTo(db: Database | Transaction, stream: string): Promise<HeardUpTo> {
	const [head] = await db.select({ seq: streams.seq }).from(streams).where(eq(streams.id, stream));
	return { stream, seq: head?.seq ?? 0 };
}
