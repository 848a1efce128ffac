import type { Actor } from '#lib/model/access/actor.ts';
import { isAmong } from '#lib/model/access/groups.ts';
import type { HeardUpTo } from '#lib/model/heard.ts';
import { audienceOfPlanDraft, planDraftStream, planStream, type PlanHead } from '#lib/model/plans/plan.ts';
import type { Database } from '../db/client.ts';
import { heardUpTo } from '../events/heard-up-to.ts';

/** Whether somebody reads what is said of the draft. */
export function readsPlanDraft(actor: Actor, plan: PlanHead): boolean {
	return isAmong(actor, audienceOfPlanDraft(plan));
}

/** Where pages of a plan hear of it: until it is opened in its draft, and from then on in the stream of everybody. */
export async function heardOfPlan(db: Database, actor: Actor, plan: PlanHead): Promise<HeardUpTo[]> {
	const draft = plan.openedAt === null && readsPlanDraft(actor, plan) ? [planDraftStream(plan.id)] : [];
	const open = plan.openedAt === null ? [] : [planStream(plan.id)];
	return Promise.all([...draft, ...open].map((stream) => heardUpTo(db, stream)));
}
