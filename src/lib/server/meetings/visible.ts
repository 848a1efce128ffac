import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/actor.ts';
import { can } from '#lib/model/policy.ts';
import { meetings } from '../db/schema/meetings.ts';

/** The part of a query that leaves only the meetings this actor may read. */
export function visibleMeetings(actor: Actor): SQL {
	if (actor.kind === 'visitor') return sql`false`;
	const networks = [...new Set(actor.memberships.map((held) => held.network))].filter((network) =>
		can(actor, 'meeting.read', { network })
	);
	return networks.length > 0 ? inArray(meetings.networkId, networks) : sql`false`;
}

export function visibleMeeting(actor: Actor, slug: string): SQL | undefined {
	return and(visibleMeetings(actor), eq(meetings.slug, slug));
}
