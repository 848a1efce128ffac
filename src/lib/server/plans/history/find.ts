import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { can } from '#lib/model/policy.ts';
import type { PlanHead } from '#lib/model/plans/plan.ts';
import type { RowKind } from '#lib/model/plans/rows/row.ts';
import type { WrittenKind } from '#lib/model/plans/versions/history.ts';
import type { Database } from '../../db/client.ts';
import { NotFound } from '../../platform/errors.ts';
import { findPlan } from '../find.ts';
import { readsPlanDraft } from '../heard-of.ts';

/** A section or a row as its history knows it. */
export interface WrittenIn extends Record<string, unknown> {
	id: string;
	short_id: string;
	/** The section in which it stands; its own id for a section. */
	section: string;
	/** Of a row. */
	row_kind: RowKind | null;
	n: number;
	/** What the plan was opened with: the oldest revision that who does not read the draft may know. Null where all are read. */
	opened_n: number | null;
	title: string;
	lang: string;
	writers: string[];
	retired: boolean;
	hidden_at: string | null;
	hidden_reason: string | null;
}

export interface FoundWritten {
	kind: WrittenKind;
	plan: PlanHead;
	written: WrittenIn;
	/** Whether this actor writes here, and may hide it. */
	mayWrite: boolean;
	moderates: boolean;
}

/** Since when saves are read: of a plan that was opened, who does not read its draft reads none of before. */
export function sinceWhen(actor: Actor, plan: PlanHead): string | null {
	return plan.openedAt !== null && !readsPlanDraft(actor, plan) ? plan.openedAt : null;
}

/** The number of the newest revision at a moment. */
function openedWith(table: SQL, key: SQL, id: SQL, since: string | null): SQL {
	return since === null
		? sql`null::int`
		: sql`(select max(early.n) from ${table} early where early.${key} = ${id} and early.at <= ${since})`;
}

/**
 * What stands at an address of a history: `s-<shortId>` of a section, `r-<shortId>` of a row. Of what is hidden only the city's team
 * and the leads may know.
 * @throws NotFound
 */
export async function findWritten(
	db: Database,
	actor: Actor,
	address: { city: string; slug: string },
	place: string
): Promise<FoundWritten> {
	const plan = await findPlan(db, actor, address);
	const since = sinceWhen(actor, plan);
	const [prefix, shortId] = [place.slice(0, 2), place.slice(2)];
	const kind: WrittenKind | null = prefix === 's-' ? 'section' : prefix === 'r-' ? 'row' : null;
	if (!kind) throw new NotFound();
	const there = since === null ? sql`true` : sql`(section.retired_at is null or section.retired_at > ${since})`;
	const writers = sql`array(select person_id::text from section_writers where section_id = section.id) as writers`;
	const [written] = await db.execute<WrittenIn>(
		kind === 'section'
			? sql`
				select section.id, section.short_id, section.id as section, null as row_kind, section.n, said.title, said.lang, ${writers},
					section.retired_at is not null as retired, section.hidden_at, section.hidden_reason,
					${openedWith(sql`section_revisions`, sql`section_id`, sql`section.id`, since)} as opened_n
				from plan_sections section join section_revisions said on said.section_id = section.id and said.n = section.n
				where section.plan_id = ${plan.id} and section.short_id = ${shortId} and ${there}`
			: sql`
				select own.id, own.short_id, section.id as section, own.kind as row_kind, own.n, said.content ->> 'title' as title,
					${plan.lang} as lang, ${writers}, own.retired_at is not null as retired,
					coalesce(own.hidden_at, section.hidden_at) as hidden_at, coalesce(own.hidden_reason, section.hidden_reason) as hidden_reason,
					${openedWith(sql`row_revisions`, sql`row_id`, sql`own.id`, since)} as opened_n
				from plan_rows own join plan_sections section on section.id = own.section_id
					join row_revisions said on said.row_id = own.id and said.n = own.n
				where own.plan_id = ${plan.id} and own.short_id = ${shortId} and ${there}
					${since === null ? sql`` : sql`and (own.retired_at is null or own.retired_at > ${since})`}`
	);
	if (!written) throw new NotFound();
	const moderates = can(actor, 'plan.moderate', plan);
	if (written.hidden_at !== null && !moderates && !can(actor, 'plan.write', plan)) throw new NotFound();
	return { kind, plan, written, moderates, mayWrite: can(actor, 'section.write', { ...plan, writers: written.writers }) };
}
