import { sql, type SQL } from 'drizzle-orm';
import type { OutlineSection } from '#lib/model/plans/shown.ts';
import type { Database } from '../../db/client.ts';

/** When others than a reader changed a row of the section of `plan_sections` last; nothing is learned of rows out of sight. */
export const rowsChangedByOthers = (reader: string): SQL => sql`(
	select max(case when newest.author_id <> ${reader} then newest.at
		else (select max(at) from row_revisions where row_id = plan_rows.id and author_id <> ${reader}) end)
	from plan_rows join row_revisions newest on newest.row_id = plan_rows.id and newest.n = plan_rows.n
	where plan_rows.section_id = plan_sections.id and plan_rows.hidden_at is null and plan_sections.hidden_at is null)`;

/** What of sections is new to a reader: what others wrote there since that reader has read them. Who has read nothing has nothing new. */
export async function newTo(
	db: Database,
	reader: string,
	sections: readonly string[]
): Promise<Map<string, Pick<OutlineSection, 'isNew' | 'rowsAt'>>> {
	const found = await db.execute<{ id: string; rows_at: string | null; is_new: boolean }>(sql`
		select id, rows_at, hidden_at is null and read_n is not null
			and coalesce(read_n < n or rows_at > coalesce(read_rows_at, '-infinity'), false) as is_new
		from (
			select plan_sections.id, plan_sections.hidden_at, sections_read.n as read_n, sections_read.rows_at as read_rows_at,
				(select max(n) from section_revisions where section_id = plan_sections.id and author_id <> ${reader}) as n,
				${rowsChangedByOthers(reader)} as rows_at
			from plan_sections left join sections_read on sections_read.section_id = plan_sections.id and person_id = ${reader}
			where plan_sections.id = any(${sql.param([...sections])}::uuid[])) as standing`);
	return new Map(
		found.map(({ id, rows_at: at, is_new: isNew }) => [id, { isNew, rowsAt: at === null ? null : new Date(at).toISOString() }])
	);
}
