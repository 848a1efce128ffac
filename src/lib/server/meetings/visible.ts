import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { readNetworks } from '../access/read-networks.ts';
import { meetings } from '../db/schema/meetings.ts';

/** The part of a query that leaves only the meetings this actor may read. */
export function visibleMeetings(actor: Actor): SQL {
	const networks = readNetworks(actor);
	return networks.length > 0 ? inArray(meetings.networkId, networks) : sql`false`;
}

export function visibleMeeting(actor: Actor, slug: string): SQL | undefined {
	return and(visibleMeetings(actor), eq(meetings.slug, slug));
}
