import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { groupsOf } from '#lib/model/access/groups.ts';

/** The part of a query over `streams` that leaves those this actor may hear; the same as `can(actor, 'thread.read', …)`. */
export function readableStreams(actor: Actor): SQL {
	return inAudience(actor, sql`streams.audience`);
}

/**
 * The part of a query that leaves what this actor may hear by an audience that stands in another table too, written together with
 * the stream's.
 * @param audience the column, groups of people as in `streams.audience`
 */
export function inAudience(actor: Actor, audience: SQL): SQL {
	const groups = groupsOf(actor);
	return groups.length > 0 ? sql`${audience} && ${sql.param(groups)}::text[]` : sql`false`;
}

/** Of these the ones that belong to a network: all but the person's own. */
export function readableThreads(actor: Actor): SQL {
	return sql`(streams.network_id is not null and ${readableStreams(actor)})`;
}

/** Of these the ones in which anything was ever said: only there can something be unread. */
export function spokenThreads(actor: Actor): SQL {
	return sql`(streams.spoken and ${readableThreads(actor)})`;
}

/**
 * The part of a query that leaves the rows whose stream this actor may hear.
 * @param stream the column that names it
 */
export function inReadableStream(actor: Actor, stream: SQL): SQL {
	return sql`exists (select from streams where streams.id = ${stream} and ${readableStreams(actor)})`;
}
