import { sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Database } from '../db/client.ts';
import { visibleMeeting } from './visible.ts';

/**
 * The place of the first discussion that began on a day of the reader's calendar or after it; null when none did.
 * @param day yyyy-mm-dd
 */
export async function firstOnDay(db: Database, actor: Actor, { slug, day }: { slug: string; day: string }): Promise<number | null> {
	const timeZone = actor.kind === 'person' ? actor.timeZone : 'UTC';
	const [first] = await db.execute<{ seq: string }>(sql`
		select posts.seq from posts join meetings on meetings.id = posts.meeting_id
		where ${visibleMeeting(actor, slug)} and posts.root is null
			and posts.posted_at >= (${day}::date::timestamp at time zone ${timeZone})
		order by posts.seq limit 1`);
	return first ? Number(first.seq) : null;
}
