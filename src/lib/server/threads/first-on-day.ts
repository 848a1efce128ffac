import { sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { inReadableStream } from '../access/readable-streams.ts';
import type { Database } from '../db/client.ts';

/**
 * The number of the first discussion that began on a day of the reader's calendar or after it; null when none did.
 * @param day yyyy-mm-dd
 */
export async function firstOnDay(db: Database, actor: Actor, { stream, day }: { stream: string; day: string }): Promise<number | null> {
	const timeZone = actor.kind === 'person' ? actor.timeZone : 'UTC';
	const [first] = await db.execute<{ seq: string }>(sql`
		select posts.seq from posts
		where ${inReadableStream(actor, sql`${stream}`)} and posts.stream = ${stream} and posts.root is null
			and posts.posted_at >= (${day}::date::timestamp at time zone ${timeZone})
		order by posts.seq limit 1`);
	return first ? Number(first.seq) : null;
}
