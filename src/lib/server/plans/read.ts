import { inArray } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { spoken } from '#lib/model/localized.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';
import { can } from '#lib/model/policy.ts';
import type { PlanHead } from '#lib/model/plans/plan.ts';
import type { SectionHead } from '#lib/model/plans/section.ts';
import type { OutlineSection, PlanShown } from '#lib/model/plans/shown.ts';
import type { Database } from '../db/client.ts';
import { sectionWriters } from '../db/schema/plan-sections.ts';
import { teamOf } from '../practices/around.ts';
import { findPlan } from './find.ts';
import { heardOfPlan, readsPlanDraft } from './heard-of.ts';
import { citedIn } from './sections/cited.ts';
import { sectionHeads } from './sections/heads.ts';
import { loadSections } from './sections/load.ts';
import { newTo } from './sections/new-to.ts';
import { whichFirst } from './sections/which-first.ts';
import { shownRows } from './rows/beside.ts';
import { rowsOfSections } from './rows/load.ts';
import { templateParts } from './template/template-parts.ts';
import { listVersions } from './versions/list.ts';

interface Reading {
	locale: string;
	now: Date;
	/** Short id of the section that is asked for. */
	section: string | null;
	/** Whether all sections are wanted, as for print. */
	whole?: boolean;
}

/** A plan as this actor reads it. @throws NotFound */
export async function openPlan(
	db: Database,
	actor: Actor,
	address: { city: string; slug: string },
	{ locale, now, section, whole = false }: Reading
): Promise<PlanShown> {
	const heard = await heardOfPlan(db, actor, await findPlan(db, actor, address));
	const plan = await findPlan(db, actor, address);
	const heads = await sectionHeads(db, { plan: plan.id });
	const chosen = whole ? heads : whichFirst(heads, section);
	const readsDraft = readsPlanDraft(actor, plan);
	const [outline, sections, rows, versions, team] = await Promise.all([
		outlineOf(db, actor, plan, heads, locale),
		loadSections(db, chosen),
		rowsOfSections(
			db,
			chosen.flatMap(({ id, hidden }) => (hidden ? [] : [id]))
		).then((standing) => shownRows(db, actor, { plan: plan.id, locale }, standing)),
		listVersions(db, plan, readsDraft),
		teamOf(db, plan, now)
	]);
	const cited = await citedIn(
		db,
		actor,
		sections.map(({ doc }) => doc),
		locale
	);
	const contacts = contactsAmong(team, plan);
	const mayWrite = can(actor, 'plan.write', plan);
	return { heard, plan, outline, sections, cited, rows, versions, contacts, team, readsDraft, mayWrite };
}

async function outlineOf(db: Database, actor: Actor, plan: PlanHead, heads: SectionHead[], locale: string): Promise<OutlineSection[]> {
	const ids = heads.map(({ id }) => id);
	const reader = actor.kind === 'person' ? actor.id : null;
	const [parts, given, news] = await Promise.all([
		templateParts(db, plan.network),
		db.select().from(sectionWriters).where(inArray(sectionWriters.sectionId, ids)),
		reader === null ? null : newTo(db, reader, ids)
	]);
	const hints = new Map(parts.map(({ part, hint }) => [part, spoken(hint, locale)]));
	const writers = Map.groupBy(given, ({ sectionId }) => sectionId);
	return heads.map((head) => ({
		...head,
		// What a lead has taken out of sight says nothing, not even what it is called.
		...(head.hidden && { title: '', length: 0 }),
		...(news?.get(head.id) ?? { isNew: false, rowsAt: null }),
		hint: (head.part && hints.get(head.part)) ?? '',
		writes: can(actor, 'section.write', { ...plan, writers: (writers.get(head.id) ?? []).map(({ personId }) => personId) })
	}));
}

/** Whom to ask: the contact that the plan names, while that person is of the city, else the city's coordinators, else its team. */
function contactsAmong(team: PersonTag[], plan: PlanHead): PersonTag[] {
	const contact = team.filter(({ id }) => id === plan.contact);
	const coordinators = team.filter(({ role }) => role === 'coordinator');
	return [contact, coordinators, team].find((some) => some.length > 0) ?? [];
}
