import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { inReadableStream } from '../access/readable-streams.ts';

/** The part of a query over `plans` that leaves those that were opened to this actor's network. */
export function visibleOpenPlans(actor: Actor): SQL {
	return sql`(plans.stream is not null and ${inReadableStream(actor, sql`plans.stream`)})`;
}

/** Those whose draft this actor may read, also what was said of it after it was opened: its city, the leads and whom it invites. */
export function visiblePlanDrafts(actor: Actor): SQL {
	return inReadableStream(actor, sql`plans.draft_stream`);
}

/** Those of which this actor may know at all. */
export function visiblePlans(actor: Actor): SQL {
	return sql`(${visibleOpenPlans(actor)} or ${visiblePlanDrafts(actor)})`;
}
