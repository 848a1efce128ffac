import { sql } from 'drizzle-orm';
import type { Section, SectionHead } from '#lib/model/plans/section.ts';
import type { Database } from '../../db/client.ts';
import { sectionRevisions } from '../../db/schema/plan-sections.ts';

/** Sections with the words that their heads stand for; what a lead has taken out of sight says nothing. */
export async function loadSections(db: Database, heads: readonly SectionHead[]): Promise<Section[]> {
	const shown = heads.filter(({ hidden }) => !hidden);
	if (shown.length === 0) return [];
	const pairs = shown.map(({ id, n }) => sql`(${id}::uuid, ${n}::int)`);
	const rows = await db
		.select({ id: sectionRevisions.sectionId, doc: sectionRevisions.doc })
		.from(sectionRevisions)
		.where(sql`(${sectionRevisions.sectionId}, ${sectionRevisions.n}) in (${sql.join(pairs, sql`, `)})`);
	const docs = new Map(rows.map(({ id, doc }) => [id, doc]));
	return shown.flatMap((head) => {
		const doc = docs.get(head.id);
		return doc ? [{ ...head, doc }] : [];
	});
}
