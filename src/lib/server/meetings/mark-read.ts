import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#lib/model/actor.ts';
import { Forbidden } from '../errors.ts';
import { parse } from '../parse.ts';
import type { Services } from '../services.ts';
import { visibleMeetings } from './visible.ts';

const place = z.object({
	stream: z.string().max(100),
	seq: z.number().int().positive().max(Number.MAX_SAFE_INTEGER)
});
const input = z.object({ read: z.array(place).max(500) });

/**
 * Remembers up to where somebody has read each of these streams. A cursor never goes back, and never
 * beyond the end of its stream; streams the person may not read are passed over.
 * Needs no id of a command: doing it twice changes nothing.
 * @throws Forbidden, Invalid
 */
export async function markRead({ db }: Services, actor: Actor, raw: unknown): Promise<void> {
	if (actor.kind === 'visitor') throw new Forbidden();
	const read = JSON.stringify(parse(input, raw).read);
	await db.execute(sql`
		insert into cursors (person_id, stream, seq)
		select ${actor.id}::uuid, streams.id, least(streams.seq, max(read.seq))
		from json_to_recordset(${read}::json) as read (stream text, seq bigint)
		join streams on streams.id = read.stream
		join meetings on meetings.stream = streams.id
		where ${visibleMeetings(actor)}
		group by streams.id
		on conflict (person_id, stream) do update set seq = greatest(cursors.seq, excluded.seq)`);
}
