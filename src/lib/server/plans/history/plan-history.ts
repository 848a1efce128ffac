import { sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { HeardUpTo } from '#lib/model/heard.ts';
import { can } from '#lib/model/policy.ts';
import type { PlanHead } from '#lib/model/plans/plan.ts';
import type { PlanSession } from '#lib/model/plans/versions/history.ts';
import { tagsInNetwork } from '../../access/tags-in-network.ts';
import type { Database } from '../../db/client.ts';
import { editingSessions, type EditingSession } from '../../db/editing-sessions.ts';
import { findPlan } from '../find.ts';
import { heardOfPlan } from '../heard-of.ts';
import { sinceWhen } from './find.ts';
import { partsOf, sittingsOf } from './sittings.ts';

export interface PlanHistory {
	heard: HeardUpTo[];
	plan: PlanHead;
	/** The newest first. */
	sessions: PlanSession[];
	/** Whether there are older ones. */
	more: boolean;
}

interface Place extends Record<string, unknown> {
	id: string;
	place: string;
	title: string | null;
	lang: string;
	retired: boolean;
}

/** Sessions on one page. */
const most = 100;

/** Who wrote where in a plan, and when, as far as this actor may read it. @throws NotFound */
export async function planHistory(db: Database, actor: Actor, address: { city: string; slug: string }, now: Date): Promise<PlanHistory> {
	const plan = await findPlan(db, actor, address);
	const since = sinceWhen(actor, plan);
	// Of what is hidden its city and the leads read that it was written in.
	const knows = can(actor, 'plan.write', plan) || can(actor, 'plan.moderate', plan);
	const [section, row] = knows
		? [sql`true`, sql`true`]
		: [sql`section.hidden_at is null`, sql`section.hidden_at is null and own.hidden_at is null`];
	const there = since === null ? sql`true` : sql`said.at > ${since}`;
	const [heard, rows] = await Promise.all([
		heardOfPlan(db, actor, plan),
		db.execute<EditingSession>(
			editingSessions(
				sql`select said.section_id as subject, said.n, said.author_id, said.at, said.taken_back
					from section_revisions said join plan_sections section on section.id = said.section_id
					where section.plan_id = ${plan.id} and ${section} and ${there} and said.n > 1
					union all
					select said.row_id, said.n, said.author_id, said.at, said.taken_back
					from row_revisions said join plan_rows own on own.id = said.row_id join plan_sections section on section.id = own.section_id
					where own.plan_id = ${plan.id} and ${row} and ${there}`,
				most + 1
			)
		)
	]);
	const ids = sql.param(rows.map(({ subject }) => subject));
	const [tag, places] = await Promise.all([
		tagsInNetwork(
			db,
			plan.network,
			rows.map(({ author_id }) => author_id),
			now
		),
		db.execute<Place>(sql`
			select own.id, 's-' || own.short_id as place, case when own.hidden_at is null then said.title end as title, said.lang,
				own.retired_at is not null as retired
			from plan_sections own join section_revisions said on said.section_id = own.id and said.n = own.n where own.id = any(${ids}::uuid[])
			union all
			select own.id, 'r-' || own.short_id, case when own.hidden_at is null then said.content ->> 'title' end, ${plan.lang},
				own.retired_at is not null
			from plan_rows own join row_revisions said on said.row_id = own.id and said.n = own.n where own.id = any(${ids}::uuid[])`)
	]);
	const known = new Map(places.map((place) => [place.id, place]));
	const sessions = sittingsOf(rows.slice(0, most)).flatMap((sitting): PlanSession[] => {
		const { subject, to_n: to, author_id, at, taken_back: takenBack } = sitting[0];
		const its = known.get(subject);
		if (!its) return [];
		const { place, title, lang, retired } = its;
		const from = sitting.at(-1)?.from_n ?? to;
		const when = { from, to, at: new Date(at).toISOString(), parts: partsOf(sitting) };
		return [{ ...when, by: tag(author_id), takenBack, place, title: title ?? '', lang, retired }];
	});
	return { heard, plan, sessions, more: rows.length > most };
}
