import { and, count, eq, isNull, max } from 'drizzle-orm';
import type { Actor } from '#lib/model/actor.ts';
import type { Database } from '../db/client.ts';
import { meetings, posts } from '../db/schema/meetings.ts';
import { visibleMeetings } from './visible.ts';

/** How much is said in a meeting's thread, and when somebody last spoke. */
export interface Activity {
	posts: number;
	lastAt: string | null;
}

/** The activity of every meeting that the actor may read, by its id; a silent one is not in it. */
export async function meetingActivity(
	db: Database,
	actor: Actor
): Promise<Record<string, Activity>> {
	const rows = await db
		.select({ id: meetings.id, posts: count(), lastAt: max(posts.postedAt) })
		.from(meetings)
		.innerJoin(posts, and(eq(posts.meetingId, meetings.id), isNull(posts.deletedAt), isNull(posts.hiddenAt)))
		.where(visibleMeetings(actor))
		.groupBy(meetings.id);
	return Object.fromEntries(
		rows.map((row) => [row.id, { posts: row.posts, lastAt: row.lastAt?.toISOString() ?? null }])
	);
}
