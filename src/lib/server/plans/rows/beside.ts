import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { RowCell } from '#lib/model/plans/rows/cells.ts';
import type { LinkedRow, PracticeTaken, RowsBeside } from '#lib/model/plans/rows/beside.ts';
import type { PlanRow } from '#lib/model/plans/rows/row.ts';
import { titleInReadersWords } from '#lib/model/practices/in-readers-words.ts';
import { hrefOfPractice } from '#lib/model/practices/practice.ts';
import type { Database } from '../../db/client.ts';
import { rowClashes } from '../../db/schema/plan-rows.ts';
import { practiceRevisions, practices } from '../../db/schema/practices.ts';
import { visiblePublished } from '../../practices/visible.ts';

/** What is shown beside rows of a plan: what they name, as far as this actor may see it, and what they have to choose. */
export async function besideRows(
	db: Database,
	actor: Actor,
	{ plan, locale }: { plan: string; locale: string },
	rows: readonly PlanRow[]
): Promise<RowsBeside> {
	const taken = rows.flatMap((row) => (row.kind === 'action' && row.values.practice ? [row.values.practice] : []));
	const [named, linked, clashes] = await Promise.all([
		practicesTaken(db, actor, locale, [...new Set(taken)]),
		linkedRows(db, plan),
		clashesOf(
			db,
			actor,
			rows.map(({ id }) => id)
		)
	]);
	return { practices: named, linked, clashes };
}

/** Published practices by their ids, as far as this actor may see them. */
export async function practicesTaken(
	db: Database,
	actor: Actor,
	locale: string,
	ids: readonly string[]
): Promise<Record<string, PracticeTaken>> {
	if (ids.length === 0) return {};
	const rows = await db
		.select({ id: practices.id, slug: practices.slug, shortId: practices.shortId, values: practiceRevisions.values })
		.from(practices)
		.innerJoin(practiceRevisions, and(eq(practiceRevisions.practiceId, practices.id), eq(practiceRevisions.n, practices.publishedN)))
		.where(and(inArray(practices.id, [...ids]), visiblePublished(actor)));
	return Object.fromEntries(
		rows.map(({ id, slug, shortId, values: { lang, title, englishTitle, modules } }) => [
			id,
			{
				...titleInReadersWords({ lang, title, englishTitle: englishTitle ?? '' }, locale),
				href: hrefOfPractice({ slug, shortId }),
				modules: (modules ?? []).map((module) => ({ id: module.id, title: module.title }))
			}
		])
	);
}

/** Objectives, actions and indicators that stand in a plan, as others name them. */
async function linkedRows(db: Database, plan: string): Promise<LinkedRow[]> {
	const rows = await db.execute<LinkedRow & Record<string, unknown>>(sql`
		select plan_rows.id, plan_rows.short_id as "shortId", plan_rows.kind,
			coalesce(plan_objectives.title, plan_actions.title, plan_indicators.title, '') as title,
			coalesce(plan_actions.objective_id, plan_indicators.objective_id) as objective
		from plan_rows
			join plan_sections on plan_sections.id = plan_rows.section_id
			left join plan_objectives on plan_objectives.row_id = plan_rows.id
			left join plan_actions on plan_actions.row_id = plan_rows.id
			left join plan_indicators on plan_indicators.row_id = plan_rows.id
		where plan_rows.plan_id = ${plan} and plan_rows.retired_at is null and plan_rows.kind in ('objective', 'action', 'indicator')
			and plan_sections.retired_at is null and plan_sections.hidden_at is null
		order by plan_sections.position, plan_rows.position, plan_rows.id`);
	return [...rows];
}

/** What this actor wrote in cells where somebody else wrote something else, and has not chosen yet. */
async function clashesOf(db: Database, actor: Actor, rows: string[]): Promise<RowsBeside['clashes']> {
	if (actor.kind !== 'person' || rows.length === 0) return [];
	const clashes = await db
		.select({ row: rowClashes.rowId, cell: rowClashes.cell, mine: rowClashes.mine })
		.from(rowClashes)
		.where(and(eq(rowClashes.authorId, actor.id), inArray(rowClashes.rowId, rows)));
	return clashes.map(({ row, cell, mine }) => ({
		row,
		cell: cell as RowCell,
		mine: (mine.value as { mine: Record<string, unknown> }).mine
	}));
}
