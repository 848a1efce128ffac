import { and, eq } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { HeardUpTo } from '#lib/model/heard.ts';
import { can } from '#lib/model/policy.ts';
import type { PlanHead } from '#lib/model/plans/plan.ts';
import type { LinkedRow, ShownRow } from '#lib/model/plans/rows/beside.ts';
import { anchorOfRow } from '#lib/model/plans/rows/row.ts';
import type { SectionHead } from '#lib/model/plans/section.ts';
import type { ComparedRevisions } from '#lib/model/plans/versions/compared.ts';
import type { WritingSession } from '#lib/model/plans/versions/history.ts';
import type { Database } from '../../db/client.ts';
import { planRows } from '../../db/schema/plan-rows.ts';
import { planSections, sectionWriters } from '../../db/schema/plan-sections.ts';
import { NotFound } from '../../platform/errors.ts';
import { findPlan } from '../find.ts';
import { heardOfPlan, readsPlanDraft } from '../heard-of.ts';
import { historyOf } from '../history/written-history.ts';
import { sectionHeads } from '../sections/heads.ts';
import { linkedRows, shownRows } from './beside.ts';
import { loadRows } from './load.ts';

/** Where a row is: the plan's address, and its own short id. */
export interface RowAddress {
	city: string;
	slug: string;
	row: string;
}

/** A row with all that its page shows. */
export interface RowShown {
	heard: HeardUpTo[];
	plan: PlanHead;
	section: SectionHead;
	row: ShownRow;
	/** Of the plan, for rows that name one. */
	objectives: LinkedRow[];
	/** Whether this reader may write in it. */
	mayWrite: boolean;
	sessions: WritingSession[];
	/** Two revisions beside one another, where they were asked for. */
	compared: ComparedRevisions | null;
}

interface Reading {
	locale: string;
	now: Date;
	compare: { from: number; to: number } | null;
}

/** A section of a plan as somebody writes rows in it. @throws NotFound */
export async function sectionOfRows(db: Database, actor: Actor, plan: PlanHead, which: { id: string } | { shortId: string }) {
	const [found] = await db
		.select({ id: planSections.id })
		.from(planSections)
		.where(
			and(eq(planSections.planId, plan.id), 'id' in which ? eq(planSections.id, which.id) : eq(planSections.shortId, which.shortId))
		);
	const [section] = found ? await sectionHeads(db, { id: found.id }) : [];
	if (!section || section.hidden) throw new NotFound();
	const writers = await db.select({ id: sectionWriters.personId }).from(sectionWriters).where(eq(sectionWriters.sectionId, section.id));
	return { section, writes: can(actor, 'section.write', { ...plan, writers: writers.map(({ id }) => id) }) };
}

/** A row, its history and what it may say, as this actor may know it. @throws NotFound */
export async function readRow(
	db: Database,
	actor: Actor,
	{ city, slug, row: shortId }: RowAddress,
	{ locale: asked, now, compare }: Reading
): Promise<RowShown> {
	const heard = await heardOfPlan(db, actor, await findPlan(db, actor, { city, slug }));
	const plan = await findPlan(db, actor, { city, slug });
	const found = await loadRows(db, and(eq(planRows.planId, plan.id), eq(planRows.shortId, shortId)));
	const [row] = await shownRows(db, actor, { plan: plan.id, locale: asked }, found);
	if (!row) throw new NotFound();
	const { section, writes } = await sectionOfRows(db, actor, plan, { id: row.section });
	const readsDraft = readsPlanDraft(actor, plan);
	// What was taken out of a draft was never opened.
	const goneBefore = [row.retiredAt, section.retiredAt].some((at) => at !== null && plan.openedAt !== null && at <= plan.openedAt);
	if (goneBefore && !readsDraft) throw new NotFound();
	const beside = compare && { from: Math.min(compare.from, compare.to), to: Math.max(compare.from, compare.to) };
	const [linked, { sessions, compared }] = await Promise.all([
		linkedRows(db, plan.id),
		historyOf(db, actor, { city, slug }, { place: anchorOfRow(row), locale: asked, now, beside })
	]);
	const objectives = linked.filter(({ kind }) => kind === 'objective');
	return { heard, plan, section, row, objectives, mayWrite: writes, sessions, compared };
}
