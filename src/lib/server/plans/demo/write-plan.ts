import { eq } from 'drizzle-orm';
import type { PlanPart } from '#lib/model/plans/parts.ts';
import type { Transaction } from '../../db/client.ts';
import { planSections } from '../../db/schema/plan-sections.ts';
import { dayBefore } from '../../demo/days-before.ts';
import type { DemoGround } from '../../demo/ground.ts';
import { actsOf } from '../../practices/demo/act.ts';
import { beginPlan } from '../begin.ts';
import { describePlan } from '../describe.ts';
import type { DemoPlan } from './demo-plan.ts';
import { move } from './moves.ts';
import { sectionSteps, type PlanInWriting, type PlanStep } from './write-sections.ts';

interface WrittenPlan {
	id: string;
	/** Ids of the sections that hold what no source tells. */
	illustrative: string[];
}

/** Has a city write its plan, everything at its time. @param practices ids of entries by title */
export async function writePlan(
	tx: Transaction,
	ground: DemoGround,
	practices: Map<string, string>,
	{ city, title, lang, begun, contact, horizon, pictures = {}, sections, moves }: DemoPlan
): Promise<WrittenPlan> {
	const act = actsOf(tx, ground);
	const { id } = await act(beginPlan, begun.by, begun, { network: ground.network, city, title, lang });
	await act(describePlan, begun.by, begun, { id, changed: { contact: ground.person(contact).id, horizon } });
	const drawn = new Map<string, string>();
	for (const [name, { file, ...at }] of Object.entries(pictures)) {
		const owner = { ownerId: ground.person(at.by).id, networkId: ground.network, partnerId: ground.city(city).id };
		const kept = await ground.files?.keep(tx, file, { ...owner, at: dayBefore(ground.now, at) });
		if (kept) drawn.set(name, kept.id);
	}
	const plan: PlanInWriting = { act, ground, id, sections: await partsOf(tx, id), rows: new Map(), practices, pictures: drawn };
	const illustrative: string[] = [];
	const made = (illustrates?: true) => (section: string) => {
		if (illustrates) illustrative.push(section);
	};
	const steps: PlanStep[] = [
		...sections.flatMap((section) => sectionSteps(plan, section, made(section.illustrative))),
		...moves.map((one) => ({ at: one, run: () => move(act, ground, id, one) }))
	];
	const moment = ({ at }: PlanStep) => dayBefore(ground.now, at).getTime();
	for (const { run } of steps.sort((a, b) => moment(a) - moment(b))) await run();
	return { id, illustrative };
}

/** The sections with which a plan begins. */
async function partsOf(tx: Transaction, plan: string): Promise<Map<PlanPart, string>> {
	const rows = await tx.select({ id: planSections.id, part: planSections.part }).from(planSections).where(eq(planSections.planId, plan));
	return new Map(rows.flatMap(({ id, part }) => (part ? [[part, id] as const] : [])));
}
