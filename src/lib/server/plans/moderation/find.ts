import { eq } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { authorize } from '../../access/authorize.ts';
import type { Transaction } from '../../db/client.ts';
import { planRows } from '../../db/schema/plan-rows.ts';
import { planSections } from '../../db/schema/plan-sections.ts';
import { NotFound } from '../../platform/errors.ts';
import { planToChange, type FoundPlan } from '../find.ts';

interface ToModerate {
	plan: FoundPlan;
	/** The lead who does it. */
	by: string;
}

/** A section of a plan of which this lead knows, with the plan locked. @throws NotFound, Forbidden */
export async function sectionToModerate(
	tx: Transaction,
	actor: Actor,
	id: string
): Promise<ToModerate & { section: typeof planSections.$inferSelect }> {
	const [found] = await tx.select({ plan: planSections.planId }).from(planSections).where(eq(planSections.id, id));
	if (!found) throw new NotFound();
	const plan = await planToChange(tx, actor, found.plan);
	const by = authorize(actor, 'plan.moderate', { network: plan.networkId }).id;
	const [section] = await tx.select().from(planSections).where(eq(planSections.id, id)).for('no key update');
	if (!section) throw new NotFound();
	return { section, plan, by };
}

/** The same of a row. @throws NotFound, Forbidden */
export async function rowToModerate(
	tx: Transaction,
	actor: Actor,
	id: string
): Promise<ToModerate & { row: typeof planRows.$inferSelect }> {
	const [found] = await tx.select({ plan: planRows.planId }).from(planRows).where(eq(planRows.id, id));
	if (!found) throw new NotFound();
	const plan = await planToChange(tx, actor, found.plan);
	const by = authorize(actor, 'plan.moderate', { network: plan.networkId }).id;
	const [row] = await tx.select().from(planRows).where(eq(planRows.id, id)).for('no key update');
	if (!row) throw new NotFound();
	return { row, plan, by };
}
