import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { ShownRow } from '#lib/model/plans/rows/beside.ts';
import type { SectionShown } from '#lib/model/plans/shown.ts';
import type { Database } from '../../db/client.ts';
import { planRows } from '../../db/schema/plan-rows.ts';
import { planSections } from '../../db/schema/plan-sections.ts';
import { NotFound } from '../../platform/errors.ts';
import { findPlan } from '../find.ts';
import { readsPlanDraft } from '../heard-of.ts';
import { shownRows } from '../rows/beside.ts';
import { rowsOfSections } from '../rows/load.ts';
import { citedIn } from './cited.ts';
import { sectionAt } from './find.ts';

interface Address {
	city: string;
	slug: string;
}

/**
 * The words of a section as one of its revisions has them. Of a plan that was opened, who does not read its draft reads nothing
 * that was overwritten or taken out before.
 * @throws NotFound
 */
export async function readSectionAt(
	db: Database,
	actor: Actor,
	address: Address,
	{ shortId, n, locale }: { shortId: string; n: number; locale: string }
): Promise<SectionShown> {
	const plan = await findPlan(db, actor, address);
	const openedAt = plan.openedAt !== null && !readsPlanDraft(actor, plan) ? plan.openedAt : null;
	const [section] = await db
		.select({ id: planSections.id })
		.from(planSections)
		.where(
			and(
				eq(planSections.planId, plan.id),
				eq(planSections.shortId, shortId),
				sql`${planSections.hiddenAt} is null`,
				openedAt === null
					? undefined
					: sql`(${planSections.retiredAt} is null or ${planSections.retiredAt} > ${openedAt}) and ${n} >= coalesce((
							select max(n) from section_revisions where section_id = ${planSections.id} and at <= ${openedAt}), 1)`
			)
		);
	if (!section) throw new NotFound();
	const words = await sectionAt(db, section.id, n);
	return { id: section.id, n, ...words, cited: await citedIn(db, actor, [words.doc], locale) };
}

/** The rows of a section of a plan. @throws NotFound */
export async function rowsOfOne(
	db: Database,
	actor: Actor,
	address: Address,
	{ shortId, locale }: { shortId: string; locale: string }
): Promise<ShownRow[]> {
	const plan = await findPlan(db, actor, address);
	const [section] = await db
		.select({ id: planSections.id })
		.from(planSections)
		.where(
			and(
				eq(planSections.planId, plan.id),
				eq(planSections.shortId, shortId),
				sql`${planSections.hiddenAt} is null and ${planSections.retiredAt} is null`
			)
		);
	if (!section) throw new NotFound();
	return shownRows(db, actor, { plan: plan.id, locale }, await rowsOfSections(db, [section.id]));
}

/** In which section a row of a plan stands: its short id. @throws NotFound */
export async function sectionOfRow(db: Database, actor: Actor, address: Address, row: string): Promise<string> {
	const plan = await findPlan(db, actor, address);
	const [found] = await db
		.select({ shortId: planSections.shortId })
		.from(planRows)
		.innerJoin(planSections, eq(planSections.id, planRows.sectionId))
		.where(
			and(
				eq(planRows.planId, plan.id),
				eq(planRows.shortId, row),
				sql`${planSections.hiddenAt} is null and ${planSections.retiredAt} is null`
			)
		);
	if (!found) throw new NotFound();
	return found.shortId;
}
