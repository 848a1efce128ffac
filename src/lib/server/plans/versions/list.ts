import { and, desc, eq, sql } from 'drizzle-orm';
import type { VersionHead } from '#lib/model/plans/version.ts';
import type { PlanHead } from '#lib/model/plans/plan.ts';
import type { Database } from '../../db/client.ts';
import { people } from '../../db/schema/people.ts';
import { planDeclarations, planVersions } from '../../db/schema/plan-versions.ts';

/** That a version in a query over `plan_versions` was frozen when the plan was opened, or later. */
export const sinceOpened = sql`plan_versions.number >= (
	select number from plan_versions opened where opened.plan_id = plan_versions.plan_id and opened.kind = 'opened')`;

/** Versions of a plan, the newest first; those of its draft only for who reads the draft. */
export async function listVersions(db: Database, plan: Pick<PlanHead, 'id'>, readsDraft: boolean): Promise<VersionHead[]> {
	const rows = await db
		.select({
			number: planVersions.number,
			name: planVersions.name,
			kind: planVersions.kind,
			by: people.name,
			at: planVersions.at,
			body: planDeclarations.body,
			adoptedOn: planDeclarations.adoptedOn,
			file: planDeclarations.file
		})
		.from(planVersions)
		.innerJoin(people, eq(people.id, planVersions.by))
		.leftJoin(
			planDeclarations,
			and(eq(planDeclarations.planId, planVersions.planId), eq(planDeclarations.version, planVersions.number))
		)
		.where(and(eq(planVersions.planId, plan.id), readsDraft ? sql`true` : sinceOpened))
		.orderBy(desc(planVersions.number));
	return rows.map(({ body, adoptedOn, file, at, ...row }) => ({
		...row,
		at: at.toISOString(),
		declaration: body === null || adoptedOn === null ? null : { body, adoptedOn, file }
	}));
}
