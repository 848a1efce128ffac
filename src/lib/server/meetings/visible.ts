import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { inReadableStream } from '../access/readable-streams.ts';
import { meetings } from '../db/schema/meetings.ts';

/** The part of a query that leaves only the meetings this actor may read: whose stream they may hear. */
export function visibleMeetings(actor: Actor): SQL {
	return inReadableStream(actor, sql`meetings.stream`);
}

export function visibleMeeting(actor: Actor, slug: string): SQL | undefined {
	return and(visibleMeetings(actor), eq(meetings.slug, slug));
}
