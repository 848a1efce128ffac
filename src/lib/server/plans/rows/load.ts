import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { untoldRow } from '#lib/model/plans/rows/cells.ts';
import type { PlanRow } from '#lib/model/plans/rows/row.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { planRows, rowRevisions } from '../../db/schema/plan-rows.ts';
import { planSections } from '../../db/schema/plan-sections.ts';

/** Rows with what their newest revisions say, by their sections and places. */
export async function loadRows(db: Database | Transaction, which: SQL | undefined): Promise<PlanRow[]> {
	const rows = await db
		.select({ row: planRows, values: rowRevisions.values })
		.from(planRows)
		.innerJoin(rowRevisions, and(eq(rowRevisions.rowId, planRows.id), eq(rowRevisions.n, planRows.n)))
		.innerJoin(planSections, eq(planSections.id, planRows.sectionId))
		.where(and(isNull(planSections.hiddenAt), isNull(planRows.hiddenAt), which))
		.orderBy(asc(planSections.position), asc(planRows.sectionId), asc(planRows.position), asc(planRows.id));
	return rows.map(
		({ row: { id, shortId, sectionId, kind, n, changedAt, retiredAt }, values }) =>
			({
				id,
				shortId,
				section: sectionId,
				kind,
				n,
				values: { ...untoldRow[kind], ...values },
				changedAt: changedAt.toISOString(),
				retiredAt: retiredAt?.toISOString() ?? null
			}) as PlanRow
	);
}

/** The rows of these sections that are not retired, each section's in their order; none of what a lead has taken out of sight. */
export async function rowsOfSections(db: Database | Transaction, sections: readonly string[]): Promise<PlanRow[]> {
	if (sections.length === 0) return [];
	return loadRows(db, and(inArray(planRows.sectionId, [...sections]), isNull(planRows.retiredAt)));
}

/** All rows of a plan that stand in it. */
export async function rowsOfPlan(db: Database | Transaction, plan: string): Promise<PlanRow[]> {
	return loadRows(db, and(eq(planRows.planId, plan), isNull(planRows.retiredAt), isNull(planSections.retiredAt)));
}
