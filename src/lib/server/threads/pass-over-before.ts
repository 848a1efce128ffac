import { sql } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';

/**
 * Somebody comes into these groups: what was said before in the threads that they may hear from now on counts as passed
 * over, and not as unread. Threads that they have heard before stay as they are, and so do those in which nothing was said.
 * @param before the groups they were in already
 */
export async function passOverBefore(
	tx: Transaction,
	{ personId, groups, before }: { personId: string; groups: string[]; before: string[] }
): Promise<void> {
	await tx.execute(sql`
		insert into read_states (person_id, stream, read, jumped)
		select ${personId}::uuid, streams.id, '{}', int8multirange(int8range(1, streams.seq + 1))
		from streams
		where streams.network_id is not null and streams.spoken
			and streams.audience && ${sql.param(groups)}::text[] and not streams.audience && ${sql.param(before)}::text[]
		-- In one order, as marks are written: nobody waits for one another in a circle.
		order by streams.id
		on conflict do nothing`);
}

/** These people may hear a thread from now on: what was said in it counts as passed over for those who have not heard it before. */
export async function passOverFor(tx: Transaction, { stream, people }: { stream: string; people: string[] }): Promise<void> {
	if (people.length === 0) return;
	await tx.execute(sql`
		insert into read_states (person_id, stream, read, jumped)
		select person, streams.id, '{}', int8multirange(int8range(1, streams.seq + 1))
		from streams, unnest(${sql.param(people)}::uuid[]) person
		where streams.id = ${stream} and streams.spoken
		order by person
		on conflict do nothing`);
}
