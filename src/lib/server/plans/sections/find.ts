import { and, desc, eq, getTableColumns, lte, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { SectionWords } from '#lib/model/plans/section.ts';
import { authorize } from '../../access/authorize.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { planSections, sectionRevisions, sectionWriters } from '../../db/schema/plan-sections.ts';
import { NotFound } from '../../platform/errors.ts';
import { planToChange, planToWriteIn, type FoundPlan } from '../find.ts';

export type FoundSection = typeof planSections.$inferSelect & { writers: string[] };

const columns = {
	...getTableColumns(planSections),
	writers: sql<string[]>`array(select person_id::text from ${sectionWriters} where section_id = ${planSections.id} order by person_id)`
};

interface ToWrite {
	section: FoundSection;
	plan: FoundPlan;
	/** Who writes. */
	by: string;
}

/** A section as it is now, for whoever asks; undefined where there is none. */
export async function sectionNow(db: Database | Transaction, id: string): Promise<FoundSection | undefined> {
	const [section] = await db.select(columns).from(planSections).where(eq(planSections.id, id));
	return section;
}

async function planOfSection(tx: Transaction, id: string): Promise<string> {
	const [found] = await tx.select({ plan: planSections.planId }).from(planSections).where(eq(planSections.id, id));
	if (!found) throw new NotFound();
	return found.plan;
}

/**
 * A section in which this actor writes, locked until the end of the command; whole plans are changed only after it. Retired
 * sections too: what is typed while a section is retired is kept.
 * @throws NotFound, Forbidden
 */
export async function sectionToWrite(tx: Transaction, actor: Actor, id: string): Promise<ToWrite> {
	const plan = await planToWriteIn(tx, actor, await planOfSection(tx, id));
	await tx.execute(sql`select from plan_sections where id = ${id} for no key update`);
	const section = await sectionNow(tx, id);
	if (!section) throw new NotFound();
	const { networkId: network, city } = plan;
	return { section, plan, by: authorize(actor, 'section.write', { network, city, writers: section.writers }).id };
}

/** A section whose place in its plan is changed by the city, with the plan locked. @throws NotFound, Forbidden */
export async function sectionToPlace(tx: Transaction, actor: Actor, id: string): Promise<ToWrite> {
	const plan = await planToChange(tx, actor, await planOfSection(tx, id));
	const section = await sectionNow(tx, id);
	if (!section) throw new NotFound();
	return { section, plan, by: authorize(actor, 'plan.write', { network: plan.networkId, city: plan.city }).id };
}

/** What a revision says. @throws NotFound */
export async function sectionAt(db: Database | Transaction, sectionId: string, n: number): Promise<SectionWords> {
	const [found] = await db
		.select({ title: sectionRevisions.title, lang: sectionRevisions.lang, doc: sectionRevisions.doc })
		.from(sectionRevisions)
		.where(and(eq(sectionRevisions.sectionId, sectionId), eq(sectionRevisions.n, n)));
	if (!found) throw new NotFound();
	return found;
}

/** What the newest revision up to this one says: older saves are thinned. @throws NotFound */
export async function sectionUpTo(db: Database | Transaction, sectionId: string, n: number): Promise<SectionWords> {
	return (await sectionRevisionUpTo(db, sectionId, n)).words;
}

/** As `sectionUpTo`, with the revision that was found. @throws NotFound */
export async function sectionRevisionUpTo(
	db: Database | Transaction,
	sectionId: string,
	n: number
): Promise<{ n: number; words: SectionWords }> {
	const { title, lang, doc } = sectionRevisions;
	const [found] = await db
		.select({ n: sectionRevisions.n, words: { title, lang, doc } })
		.from(sectionRevisions)
		.where(and(eq(sectionRevisions.sectionId, sectionId), lte(sectionRevisions.n, n)))
		.orderBy(desc(sectionRevisions.n))
		.limit(1);
	if (!found) throw new NotFound();
	return found;
}
