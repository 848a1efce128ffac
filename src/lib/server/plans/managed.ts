import { eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { HeardUpTo } from '#lib/model/heard.ts';
import { spoken } from '#lib/model/localized.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';
import type { PlanPart } from '#lib/model/plans/parts.ts';
import type { PlanHead } from '#lib/model/plans/plan.ts';
import type { SectionHead } from '#lib/model/plans/section.ts';
import { authorize } from '../access/authorize.ts';
import { planSections, sectionWriters } from '../db/schema/plan-sections.ts';
import { membersOf } from '../people/members.ts';
import type { Services } from '../services.ts';
import { findPlan } from './find.ts';
import { heardOfPlan } from './heard-of.ts';
import { sectionHeads } from './sections/heads.ts';
import { templateParts } from './template/template-parts.ts';
import { listVersions } from './versions/list.ts';

/** A plan as its city looks after it. */
export interface ManagedPlan {
	heard: HeardUpTo[];
	plan: PlanHead;
	/** Those that stand in it, each with the local members to whom it is given. */
	sections: (SectionHead & { given: string[] })[];
	retired: SectionHead[];
	/** Who works in the city's team, and its local members. */
	team: PersonTag[];
	locals: PersonTag[];
	/** People of elsewhere in the network who would not read the draft unless invited. */
	others: PersonTag[];
	/** Parts of the template that it does not have. */
	parts: { part: PlanPart; title: string }[];
	/** Number of the newest version that was adopted, where the file of its declaration is missing. */
	undeclared: number | null;
	/** What stands in it already: files that can be its cover or declaration. */
	files: { id: string; name: string; isPicture: boolean }[];
}

/** @throws NotFound, Forbidden for who does not write the plan */
export async function managedPlan(
	services: Services,
	actor: Actor,
	address: { city: string; slug: string },
	locale: string
): Promise<ManagedPlan> {
	const { db } = services;
	const heard = await heardOfPlan(db, actor, await findPlan(db, actor, address));
	const plan = await findPlan(db, actor, address);
	authorize(actor, 'plan.write', plan);
	const [standing, retired, members, template, had, versions, files] = await Promise.all([
		sectionHeads(db, { plan: plan.id }),
		sectionHeads(db, { plan: plan.id, retired: true }),
		membersOf(services, actor, plan.network),
		templateParts(db, plan.network),
		db.select({ part: planSections.part }).from(planSections).where(eq(planSections.planId, plan.id)),
		listVersions(db, plan, true),
		db.execute<{ id: string; name: string; kind: string }>(sql`
			select files.id, files.name, files.kind from file_uses used join files on files.id = used.file_id
			where used.subject_kind = 'plan' and used.subject_id = ${plan.id} order by used.position`)
	]);
	const ids = standing.map(({ id }) => id);
	const writers = ids.length === 0 ? [] : await db.select().from(sectionWriters).where(inArray(sectionWriters.sectionId, ids));
	const given = Map.groupBy(writers, ({ sectionId }) => sectionId);
	const adopted = versions.find(({ declaration }) => declaration !== null);
	const people = members.map(({ id, name, city, role, expertKind }): PersonTag => ({ id, name, city, role, expertKind }));
	const known = new Set(had.map(({ part }) => part));
	return {
		heard,
		plan,
		sections: standing.map((head) => ({ ...head, given: (given.get(head.id) ?? []).map(({ personId }) => personId) })),
		retired,
		team: people.filter(({ city, role }) => city === plan.city && role !== 'local' && role !== 'reader'),
		locals: people.filter(({ city, role }) => city === plan.city && role === 'local'),
		others: people.filter(({ city, role }) => city !== plan.city && role !== 'lead'),
		parts: template.flatMap(({ part, title }) => (part && !known.has(part) ? [{ part, title: spoken(title, locale) }] : [])),
		undeclared: adopted?.declaration?.file === null ? adopted.number : null,
		files: files.map(({ id, name, kind }) => ({ id, name, isPicture: kind === 'picture' }))
	};
}
