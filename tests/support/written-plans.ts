import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { SectionBlock, SectionDoc } from '#lib/model/documents/section-doc.ts';
import { hrefOfPlan, type PlanHead } from '#lib/model/plans/plan.ts';
import type { SectionHead } from '#lib/model/plans/section.ts';
import { planSections } from '#lib/server/db/schema/plan-sections.ts';
import { homeNetwork } from '#lib/server/access/home.ts';
import { beginPlan } from '#lib/server/plans/begin.ts';
import { planById } from '#lib/server/plans/find.ts';
import { sectionHeads } from '#lib/server/plans/sections/heads.ts';
import { saveSection } from '#lib/server/plans/sections/save.ts';
import { openConsultation } from '#lib/server/plans/states.ts';
import type { Services } from '#lib/server/services.ts';
import { actorOf } from './actors.ts';

let made = 0;
const blockId = (): string => `b${(made += 1).toString(36).padStart(7, '0')}`;

export function said(text: string): SectionBlock {
	return { type: 'paragraph', attrs: { id: blockId() }, content: [{ type: 'text', text }] };
}

/** Paragraphs of so many words, each beginning with its number. */
export function wordsOf(paragraphs: number, each = 60): SectionBlock[] {
	return Array.from({ length: paragraphs }, (_, n) =>
		said(`${n + 1}. ${'Young people find work and room here. '.repeat(Math.ceil(each / 7))}`)
	);
}

export const sectionOf = (...content: SectionBlock[]): SectionDoc => ({ type: 'doc', content });

export interface PlanToWrite {
	/** Email address of who writes it. */
	by: string;
	title: string;
	lang?: string;
	/** What the first sections say, in their order; null leaves one empty. */
	sections?: readonly (SectionDoc | null)[];
	/** The last day of its consultation; without one it stays a draft. */
	endsOn?: string;
}

export interface WrittenPlan {
	plan: PlanHead;
	href: string;
	sections: SectionHead[];
}

/** Writes a plan as its city does. */
export async function writePlan(services: Services, { by, title, lang = 'en', sections = [], endsOn }: PlanToWrite): Promise<WrittenPlan> {
	const actor = await actorOf(services, by);
	const network = homeNetwork(actor);
	const city = actor.memberships.find((held) => held.network === network)?.city ?? '';
	const { id } = await beginPlan(services, actor, { commandId: randomUUID(), network, city, title, lang });
	const heads = await sectionHeads(services.db, { plan: id });
	for (const [at, doc] of sections.entries()) {
		const head = heads[at];
		if (doc && head) await saveSection(services, actor, { commandId: randomUUID(), id: head.id, base: head.n, doc });
	}
	if (endsOn) await openConsultation(services, actor, { commandId: randomUUID(), id, question: 'What is missing?', endsOn });
	const plan = await planById(services.db, actor, id);
	return { plan, href: hrefOfPlan(plan), sections: await sectionHeads(services.db, { plan: id }) };
}

/** Somebody saves a section anew, on what stands in it. */
export async function writeOn(services: Services, by: string, section: string, doc: SectionDoc): Promise<void> {
	const [found] = await services.db.select({ n: planSections.n }).from(planSections).where(eq(planSections.id, section));
	await saveSection(services, await actorOf(services, by), { commandId: randomUUID(), id: section, base: found?.n ?? 1, doc });
}
