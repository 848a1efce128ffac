import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { inReadableStream } from '../access/readable-streams.ts';

/** The part of a query that leaves only the meetings this actor may read: whose stream they may hear. */
export function visibleMeetings(actor: Actor): SQL {
	return inReadableStream(actor, sql`meetings.stream`);
}
