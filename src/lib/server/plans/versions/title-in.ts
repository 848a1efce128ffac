import { and, eq } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { planVersions } from '../../db/schema/plan-versions.ts';
import { NotFound } from '../../platform/errors.ts';

/** What a plan was called when a version was frozen. @throws NotFound */
export async function titleIn(db: Database, planId: string, number: number): Promise<string> {
	const [row] = await db
		.select({ title: planVersions.title })
		.from(planVersions)
		.where(and(eq(planVersions.planId, planId), eq(planVersions.number, number)));
	if (!row) throw new NotFound();
	return row.title;
}
