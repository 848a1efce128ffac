import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { events } from '../db/schema/streams.ts';

/** Whether an event is still something to read: what it told of may be gone, or be back. */
export async function setCountable(tx: Transaction, { stream, seq }: { stream: string; seq: number }, countable: boolean): Promise<void> {
	await tx
		.update(events)
		.set({ countable })
		.where(and(eq(events.stream, stream), eq(events.seq, seq)));
}
