import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Person } from '#lib/model/actor.ts';
import { parse } from '../parse.ts';
import type { Services } from '../services.ts';
import { visibleMeetings } from './visible.ts';

const input = z
	.array(z.object({ stream: z.string().max(100), seq: z.number().int().positive() }))
	.max(500);

/**
 * Remembers up to where the person has read each of these streams. A cursor never goes back, and never
 * beyond the end of its stream; streams the person may not read are passed over.
 * @throws Invalid
 */
export async function markRead({ db }: Services, person: Person, raw: unknown): Promise<void> {
	const read = JSON.stringify(parse(input, raw));
	await db.execute(sql`
		insert into cursors (person_id, stream, seq)
		select ${person.id}::uuid, streams.id, least(streams.seq, max(read.seq))
		from json_to_recordset(${read}::json) as read (stream text, seq bigint)
		join streams on streams.id = read.stream
		join meetings on meetings.stream = streams.id
		where ${visibleMeetings(person)}
		group by streams.id
		on conflict (person_id, stream) do update set seq = greatest(cursors.seq, excluded.seq)`);
}
