import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { CellValues } from '#lib/model/plans/rows/merge.ts';
import type { RowCell } from '#lib/model/plans/rows/cells.ts';
import type { LinkedRow, PracticeTaken, RowBeside, ShownRow } from '#lib/model/plans/rows/beside.ts';
import type { ActionValues, PlanRow } from '#lib/model/plans/rows/row.ts';
import { titleInReadersWords } from '#lib/model/practices/in-readers-words.ts';
import { hrefOfPractice } from '#lib/model/practices/practice.ts';
import type { Database } from '../../db/client.ts';
import { rowClashes } from '../../db/schema/plan-rows.ts';
import { practiceRevisions, practices } from '../../db/schema/practices.ts';
import { visiblePublished } from '../../practices/visible.ts';

interface OfPlan {
	plan: string;
	locale: string;
}

/** Rows of a plan with what is shown beside each, as far as this actor may see it. */
export async function shownRows(db: Database, actor: Actor, { plan, locale }: OfPlan, rows: readonly PlanRow[]): Promise<ShownRow[]> {
	if (rows.length === 0) return [];
	const [names, clashes] = await Promise.all([
		namedInRows(db, actor, { plan, locale }, rows),
		clashesOf(
			db,
			actor,
			rows.map(({ id }) => id)
		)
	]);
	return rows.map((row) => {
		const { practice = null, objective = null } = row.values as Partial<ActionValues>;
		const beside: RowBeside = {
			practice: (practice && names.practices[practice]) || null,
			objective: names.linked.find(({ id }) => id === objective) ?? null,
			serving: row.kind === 'objective' ? names.linked.filter((one) => one.objective === row.id) : [],
			clashes: clashes.filter((one) => one.row === row.id).map(({ cell, mine }) => ({ cell, mine }))
		};
		return { ...row, beside };
	});
}

/** What rows name by ids. */
export interface NamedInRows {
	/** By id; one that is not here is not this actor's to see. */
	practices: Record<string, PracticeTaken>;
	/** Objectives, actions and indicators of the whole plan, in their order. */
	linked: LinkedRow[];
}

/** What rows of a plan name, as far as this actor may see it. */
export async function namedInRows(db: Database, actor: Actor, { plan, locale }: OfPlan, rows: readonly PlanRow[]): Promise<NamedInRows> {
	const taken = rows.flatMap((row) => (row.kind === 'action' && row.values.practice ? [row.values.practice] : []));
	const [practices, linked] = await Promise.all([practicesTaken(db, actor, locale, [...new Set(taken)]), linkedRows(db, plan)]);
	return { practices, linked };
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
export async function linkedRows(db: Database, plan: string): Promise<LinkedRow[]> {
	const rows = await db.execute<LinkedRow & Record<string, unknown>>(sql`
		select plan_rows.id, plan_rows.short_id as "shortId", plan_rows.kind,
			coalesce(plan_objectives.title, plan_actions.title, plan_indicators.title, '') as title,
			coalesce(plan_actions.objective_id, plan_indicators.objective_id) as objective
		from plan_rows
			join plan_sections on plan_sections.id = plan_rows.section_id
			left join plan_objectives on plan_objectives.row_id = plan_rows.id
			left join plan_actions on plan_actions.row_id = plan_rows.id
			left join plan_indicators on plan_indicators.row_id = plan_rows.id
		where plan_rows.plan_id = ${plan} and plan_rows.retired_at is null and plan_rows.hidden_at is null
			and plan_rows.kind in ('objective', 'action', 'indicator')
			and plan_sections.retired_at is null and plan_sections.hidden_at is null
		order by plan_sections.position, plan_rows.position, plan_rows.id`);
	return [...rows];
}

/** What this actor wrote in cells where somebody else wrote something else, and has not chosen yet. */
async function clashesOf(db: Database, actor: Actor, rows: string[]) {
	if (actor.kind !== 'person' || rows.length === 0) return [];
	const clashes = await db
		.select({ row: rowClashes.rowId, cell: rowClashes.cell, mine: rowClashes.mine })
		.from(rowClashes)
		.where(and(eq(rowClashes.authorId, actor.id), inArray(rowClashes.rowId, rows)));
	return clashes.map(({ row, cell, mine }) => ({
		row,
		cell: cell as RowCell,
		mine: (mine.value as { mine: CellValues }).mine
	}));
}
