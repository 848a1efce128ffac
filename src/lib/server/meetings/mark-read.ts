import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import { repeatable } from '../commands/command.ts';
import { changeEntries } from '../notifications/change-entries.ts';
import { Forbidden } from '../platform/errors.ts';
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
 * What told the person of a place that they have now come to is read with it, and what reminded them of the whole.
 * Needs no id of a command: doing it twice changes nothing.
 * @throws Forbidden, Invalid
 */
export const markRead = repeatable({ input, run: raiseCursors });

async function raiseCursors(services: Services, actor: Actor, { read: places }: z.output<typeof input>): Promise<null> {
	if (actor.kind === 'visitor') throw new Forbidden();
	const read = JSON.stringify(places);
	const told = await services.db.execute<{ stream: string; after: string; up_to: string }>(sql`
		with read as (select stream, max(seq) as seq from json_to_recordset(${read}::json) as read (stream text, seq bigint) group by stream),
		before as (select stream, cursors.seq from cursors join read using (stream) where person_id = ${actor.id}),
		moved as (
			insert into cursors (person_id, stream, seq)
			select ${actor.id}::uuid, streams.id, least(streams.seq, read.seq)
			from read
			join streams on streams.id = read.stream
			join meetings on meetings.stream = streams.id
			where ${visibleMeetings(actor)}
			on conflict (person_id, stream) do update set seq = greatest(cursors.seq, excluded.seq)
			returning stream, seq)
		select stream, coalesce(before.seq, 0) as after, moved.seq as up_to
		from moved left join before using (stream)
		where exists (
			select from notifications
			where person_id = ${actor.id} and notifications.stream = moved.stream and read_at is null
				and (notifications.seq = 0 or (notifications.seq > coalesce(before.seq, 0) and notifications.seq <= moved.seq)))`);
	for (const { stream, after, up_to } of told) {
		await changeEntries(
			services,
			actor.id,
			'read',
			sql`stream = ${stream} and (seq = 0 or (seq > ${after}::bigint and seq <= ${up_to}::bigint))`
		);
	}
	return null;
}
