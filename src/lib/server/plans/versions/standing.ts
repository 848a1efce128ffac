import { sql } from 'drizzle-orm';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import type { PlanPart } from '#lib/model/plans/parts.ts';
import type { RowKind, RowValuesByKind } from '#lib/model/plans/rows/row.ts';
import type { Database } from '../../db/client.ts';

/** A section as it stands in a version of a plan, or now. */
export interface PinnedSection extends Record<string, unknown> {
	id: string;
	short_id: string;
	part: PlanPart | null;
	n: number;
	title: string;
	lang: string;
	doc: SectionDoc;
	at: string;
	/** Whether a lead has taken it out of sight since. */
	hidden: boolean;
	illustrative: boolean;
}

/** The same of a row. */
export interface PinnedRow extends Record<string, unknown> {
	id: string;
	short_id: string;
	section: string;
	kind: RowKind;
	n: number;
	values: RowValuesByKind[RowKind];
	at: string;
}

export interface PinnedPlan {
	sections: PinnedSection[];
	/** Those of sections that are hidden, and hidden ones, are left out. */
	rows: PinnedRow[];
}

/** What stands in a plan, in its order: in a version, or now. */
export async function standingIn(db: Database, plan: string, version: number | 'now'): Promise<PinnedPlan> {
	const [sections, rows] = await Promise.all([
		db.execute<PinnedSection>(sql`
			select own.id, own.short_id, own.part, said.n, said.title, said.lang, said.doc, said.at, own.hidden_at is not null as hidden,
				own.illustrative
			from ${
				version === 'now'
					? sql`(select id as section_id, n, position from plan_sections where plan_id = ${plan} and retired_at is null) pinned`
					: sql`(select section_id, n, position from version_sections where plan_id = ${plan} and version = ${version}) pinned`
			}
				join plan_sections own on own.id = pinned.section_id
				join section_revisions said on said.section_id = own.id and said.n = pinned.n
			order by pinned.position, own.id`),
		db.execute<PinnedRow>(sql`
			select own.id, own.short_id, own.section_id as section, own.kind, said.n, said.content as values, said.at
			from ${
				version === 'now'
					? sql`(select id as row_id, n, position from plan_rows where plan_id = ${plan} and retired_at is null) pinned`
					: sql`(select row_id, n, position from version_rows where plan_id = ${plan} and version = ${version}) pinned`
			}
				join plan_rows own on own.id = pinned.row_id join plan_sections section on section.id = own.section_id
				join row_revisions said on said.row_id = own.id and said.n = pinned.n
			where own.hidden_at is null and section.hidden_at is null ${version === 'now' ? sql`and section.retired_at is null` : sql``}
			order by own.section_id, pinned.position, own.id`)
	]);
	return { sections: [...sections], rows: [...rows] };
}
