import { sql } from 'drizzle-orm';
import { streamOfPerson } from '#lib/model/notifications/entries.ts';
import type { Transaction } from '../db/client.ts';

/** Makes the streams of these people where they are not there yet. */
export async function openPersonStreams(tx: Transaction, people: string[]): Promise<void> {
	const streams = [...new Set(people)].sort().map(streamOfPerson);
	await tx.execute(sql`
		insert into streams (id) select id from unnest(${sql.param(streams)}::text[]) as person(id)
		where not exists (select from streams where streams.id = person.id)
		on conflict do nothing`);
}
