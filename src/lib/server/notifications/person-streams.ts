import { sql } from 'drizzle-orm';
import { personGroup } from '#lib/model/access/groups.ts';
import { streamOfPerson } from '#lib/model/notifications/entries.ts';
import type { Transaction } from '../db/client.ts';

/** Makes the streams of these people where they are not there yet. */
export async function openPersonStreams(tx: Transaction, people: string[]): Promise<void> {
	const wanted = [...new Set(people)].sort().map((id) => ({ stream: streamOfPerson(id), id, audience: [personGroup(id)] }));
	await tx.execute(sql`
		insert into streams (id, kind, subject_id, audience)
		select stream, 'person', id, audience
		from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted(stream text, id uuid, audience text[])
		where not exists (select from streams where streams.id = wanted.stream)
		on conflict do nothing`);
}
