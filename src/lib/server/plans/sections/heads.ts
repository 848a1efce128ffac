import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { rowsOfPart } from '#lib/model/plans/parts.ts';
import type { SectionHead } from '#lib/model/plans/section.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { planSections, sectionRevisions } from '../../db/schema/plan-sections.ts';

/** Sections as an outline has them, in their order: those of a plan that stand in it, or one by its id. */
export async function sectionHeads(
	db: Database | Transaction,
	which: { plan: string; retired?: boolean } | { id: string }
): Promise<SectionHead[]> {
	const wanted =
		'id' in which
			? eq(planSections.id, which.id)
			: and(
					eq(planSections.planId, which.plan),
					which.retired ? sql`${planSections.retiredAt} is not null` : isNull(planSections.retiredAt)
				);
	const rows = await db
		.select({
			id: planSections.id,
			shortId: planSections.shortId,
			part: planSections.part,
			title: sectionRevisions.title,
			lang: sectionRevisions.lang,
			n: planSections.n,
			length: planSections.length,
			rowCount: sql<number>`(select count(*)::int from plan_rows where section_id = ${planSections.id} and retired_at is null and hidden_at is null)`,
			changedAt: planSections.changedAt,
			retiredAt: planSections.retiredAt,
			hiddenAt: planSections.hiddenAt,
			illustrative: planSections.illustrative
		})
		.from(planSections)
		.innerJoin(sectionRevisions, and(eq(sectionRevisions.sectionId, planSections.id), eq(sectionRevisions.n, planSections.n)))
		.where(wanted)
		.orderBy(asc(planSections.position), asc(planSections.id));
	return rows.map(({ changedAt, retiredAt, hiddenAt, ...row }) => ({
		...row,
		title: hiddenAt === null ? row.title : '',
		rows: rowsOfPart(row.part),
		changedAt: changedAt.toISOString(),
		retiredAt: retiredAt?.toISOString() ?? null,
		hidden: hiddenAt !== null
	}));
}
