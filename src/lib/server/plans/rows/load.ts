import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { PlanRow } from '#lib/model/plans/rows/row.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { planRows, rowRevisions } from '../../db/schema/plan-rows.ts';

/** The rows of these sections that are not retired, each section's in their order. */
export async function rowsOfSections(db: Database | Transaction, sections: readonly string[]): Promise<PlanRow[]> {
	if (sections.length === 0) return [];
	const rows = await db
		.select({ row: planRows, values: rowRevisions.values })
		.from(planRows)
		.innerJoin(rowRevisions, and(eq(rowRevisions.rowId, planRows.id), eq(rowRevisions.n, planRows.n)))
		.where(and(inArray(planRows.sectionId, [...sections]), isNull(planRows.retiredAt), isNull(planRows.hiddenAt)))
		.orderBy(asc(planRows.sectionId), asc(planRows.position), asc(planRows.id));
	return rows.map(
		({ row: { id, shortId, sectionId, kind, n, changedAt, retiredAt }, values }) =>
			({
				id,
				shortId,
				section: sectionId,
				kind,
				n,
				values,
				changedAt: changedAt.toISOString(),
				retiredAt: retiredAt?.toISOString() ?? null
			}) as PlanRow
	);
}
