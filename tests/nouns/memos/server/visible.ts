import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { inReadableStream } from '#lib/server/access/readable-streams.ts';

/** The part of a query that leaves only the memos this actor may read: whose stream they may hear. */
export function visibleMemos(actor: Actor): SQL {
	return inReadableStream(actor, sql`memos.stream`);
}
