import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { can } from '#lib/model/policy.ts';
import { meetings } from '../db/schema/meetings.ts';

/** The networks whose meetings this actor may read. */
export function readNetworks(actor: Actor): string[] {
	if (actor.kind === 'visitor') return [];
	const networks = new Set(actor.memberships.map((held) => held.network));
	return [...networks].filter((network) => can(actor, 'meeting.read', { network })).sort();
}

/** The part of a query that leaves only the meetings this actor may read. */
export function visibleMeetings(actor: Actor): SQL {
	const networks = readNetworks(actor);
	return networks.length > 0 ? inArray(meetings.networkId, networks) : sql`false`;
}

export function visibleMeeting(actor: Actor, slug: string): SQL | undefined {
	return and(visibleMeetings(actor), eq(meetings.slug, slug));
}
