import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { hrefOfPlan } from '#lib/model/plans/plan.ts';
import type { PlanUsing } from '#lib/model/plans/rows/beside.ts';
import { anchorOfRow } from '#lib/model/plans/rows/row.ts';
import type { Database } from '../../db/client.ts';
import { planActions, planRows } from '../../db/schema/plan-rows.ts';
import { planSections } from '../../db/schema/plan-sections.ts';
import { plans } from '../../db/schema/plans.ts';
import { planHead, selectPlans } from '../find.ts';
import { visiblePlans } from '../visible.ts';

/** The actions that take a practice over, of the plans of which this actor may know. */
export async function plansUsing(db: Database, actor: Actor, practice: string): Promise<PlanUsing[]> {
	const rows = await db
		.select({ plan: planRows.planId, shortId: planRows.shortId, action: planActions.title, module: planActions.module })
		.from(planActions)
		.innerJoin(planRows, eq(planRows.id, planActions.rowId))
		.innerJoin(planSections, eq(planSections.id, planRows.sectionId))
		.innerJoin(plans, eq(plans.id, planRows.planId))
		.where(
			and(
				eq(planActions.practiceId, practice),
				isNull(planRows.retiredAt),
				isNull(planRows.hiddenAt),
				isNull(planSections.retiredAt),
				isNull(planSections.hiddenAt),
				visiblePlans(actor)
			)
		)
		.orderBy(asc(planRows.planId), asc(planSections.position), asc(planRows.position));
	if (rows.length === 0) return [];
	const heads = new Map((await selectPlans(db, visiblePlans(actor))).map((row) => [row.id, planHead(row)]));
	return rows.flatMap(({ plan, shortId, action, module }) => {
		const head = heads.get(plan);
		if (!head) return [];
		const { title, lang, city } = head;
		return [
			{ plan: title, planLang: lang, city, action: action ?? '', href: `${hrefOfPlan(head)}#${anchorOfRow({ shortId })}`, module }
		];
	});
}
