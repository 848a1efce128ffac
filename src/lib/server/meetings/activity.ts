import { sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Database } from '../db/client.ts';
import { visibleMeetings } from './visible.ts';

/** How much is said in a meeting's thread, and when somebody last spoke. */
export interface MeetingActivity {
	posts: number;
	/** Whether there are more posts than were counted. */
	more: boolean;
	lastAt: string | null;
}

/** Counted at most: beyond, people are told that it is more. */
const mostCounted = 1000;

/** The activity of every meeting that the actor may read, by its id; a silent one is not in it. */
export async function meetingActivity(db: Database, actor: Actor): Promise<Record<string, MeetingActivity>> {
	const rows = await db.execute<{ id: string; posts: number; last_at: string }>(sql`
		select meetings.id, said.posts, (extract(epoch from latest.posted_at) * 1000)::bigint as last_at
		from meetings
		cross join lateral (
			select posted_at from posts where posts.stream = meetings.stream and deleted_at is null and hidden_at is null
			order by posts.seq desc limit 1) latest
		cross join lateral (
			-- In the order of the index, which knows what is hidden or deleted: else PostgreSQL would rather read all events there are.
			select count(*)::int as posts from (
				select from events where events.stream = meetings.stream and events.countable
				order by events.stream, events.seq limit ${sql.raw(String(mostCounted + 1))}) counted) said
		where ${visibleMeetings(actor)}`);
	return Object.fromEntries(
		rows.map(({ id, posts, last_at }) => [
			id,
			{ posts: Math.min(posts, mostCounted), more: posts > mostCounted, lastAt: new Date(Number(last_at)).toISOString() }
		])
	);
}
