import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';

/** Takes the text out of recorded events for ever, names of files among it; who and when stay, and so do the numbers. */
export async function eraseText(tx: Transaction, stream: string, seqs: number[]): Promise<void> {
	for (const seq of seqs) {
		await tx.execute(
			sql`update events set payload = jsonb_set(payload, '{doc}', 'null') - 'files' where stream = ${stream} and seq = ${seq}
				and payload ? 'doc'`
		);
	}
}
