import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { inReadableStream } from '../access/readable-streams.ts';

/** The part of a query over `practices` that leaves those whose published words this actor may read, archived ones too. */
export function visiblePublished(actor: Actor): SQL {
	return sql`(practices.published_n is not null and ${inReadableStream(actor, sql`practices.stream`)})`;
}

/** The same of those whose draft this actor may read: its city and the leads. */
export function visibleDrafts(actor: Actor): SQL {
	return inReadableStream(actor, sql`practices.draft_stream`);
}

/** Those of which this actor may know at all. */
export function visiblePractices(actor: Actor): SQL {
	return sql`(${visiblePublished(actor)} or ${visibleDrafts(actor)})`;
}
