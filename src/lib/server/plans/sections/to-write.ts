import { and, eq } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { SectionWords } from '#lib/model/plans/section.ts';
import { authorize } from '../../access/authorize.ts';
import type { Database } from '../../db/client.ts';
import { planSections, sectionClashes, sectionWriters } from '../../db/schema/plan-sections.ts';
import { NotFound } from '../../platform/errors.ts';
import { findPlan } from '../find.ts';
import { sectionAt } from './find.ts';

/** A section as it stands, for somebody who writes in it. */
export interface SectionToWrite extends SectionWords {
	id: string;
	n: number;
	/**
	 * What this person wrote where somebody else changed the same words, as both met in revision `n`; which of them stands is not
	 * chosen yet.
	 */
	clash: { n: number; mine: SectionWords } | null;
}

/** The section of this short id at the address of its plan. @throws NotFound, Forbidden */
export async function sectionToWriteAt(
	db: Database,
	person: Person,
	{ shortId, ...address }: { city: string; slug: string; shortId: string }
): Promise<SectionToWrite> {
	const plan = await findPlan(db, person, address);
	const [section] = await db
		.select({ id: planSections.id, n: planSections.n, hiddenAt: planSections.hiddenAt })
		.from(planSections)
		.where(and(eq(planSections.planId, plan.id), eq(planSections.shortId, shortId)));
	if (!section || section.hiddenAt !== null) throw new NotFound();
	const { id, n } = section;
	const given = await db.select({ person: sectionWriters.personId }).from(sectionWriters).where(eq(sectionWriters.sectionId, id));
	authorize(person, 'section.write', { ...plan, writers: given.map((one) => one.person) });
	const [clash] = await db
		.select({ n: sectionClashes.n, mine: sectionClashes.mine })
		.from(sectionClashes)
		.where(and(eq(sectionClashes.sectionId, id), eq(sectionClashes.authorId, person.id)));
	return { id, n, ...(await sectionAt(db, id, n)), clash: clash ?? null };
}
