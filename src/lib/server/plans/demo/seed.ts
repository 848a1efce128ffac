import { inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { planSections } from '../../db/schema/plan-sections.ts';
import { plans } from '../../db/schema/plans.ts';
import type { DemoSeed } from '../../demo/demo-seed.ts';
import type { DemoGround } from '../../demo/ground.ts';
import { planOfCoimbra } from './coimbra/plan.ts';
import { planOfDaugavpils } from './daugavpils/plan.ts';
import type { DemoPlan } from './demo-plan.ts';
import { planOfKlaipeda } from './klaipeda/plan.ts';
import { planOfPoznan } from './poznan/plan.ts';
import { keyOfPart } from './write/marked.ts';
import { writePlan } from './write-plan.ts';

export const demoPlans: readonly DemoPlan[] = [planOfPoznan, planOfKlaipeda, planOfDaugavpils, planOfCoimbra];

/** Who reads elsewhere, and has not looked since a plan was opened. */
const readers = ['beth.canalside', 'rui.ponteclara', 'marek.wiosna', 'elio.fontanella'];

/** Plans of four cities. The words of Daugavpils are its sources'; that anything is running today is made up, and marked so. */
const plansInDemo: DemoSeed = {
	files: demoPlans.flatMap(({ pictures = {} }) => Object.values(pictures).map(({ file }) => file)),
	async seed(tx, ground) {
		const titles = await titlesOfPractices(tx, ground.network);
		const ids: string[] = [];
		for (const plan of demoPlans) {
			const { id, illustrative } = await writePlan(tx, ground, titles, plan);
			ids.push(id);
			if (illustrative.length > 0)
				await tx.update(planSections).set({ illustrative: true }).where(inArray(planSections.id, illustrative));
		}
		await tx.update(plans).set({ illustrative: true }).where(inArray(plans.id, ids));
		await readWhenOpened(tx, ground);
	}
};

/** Ids of what is published and of its parts, by title. */
async function titlesOfPractices(tx: Transaction, network: string): Promise<Map<string, string>> {
	const rows = await tx.execute<{ id: string; title: string; parts: { id: string; title: string }[] | null }>(sql`
		select practices.id, content ->> 'title' as title, content -> 'modules' as parts from practices
			join practice_revisions on practice_id = practices.id and n = published_n where network_id = ${network}`);
	const ids = new Map<string, string>();
	for (const { id, title, parts } of rows) {
		ids.set(title, id);
		for (const part of parts ?? []) ids.set(keyOfPart(title, part.title), part.id);
	}
	return ids;
}

/** The readers have read each plan as it was when it was opened: what was written since is new to them. */
async function readWhenOpened(tx: Transaction, { person }: DemoGround): Promise<void> {
	const people = readers.map((address) => person(address).id);
	await tx.execute(sql`
		insert into sections_read (section_id, person_id, n, rows_at, at)
		select section_id, reader, n, plan_versions.at, plan_versions.at
		from plan_versions join version_sections on version_sections.plan_id = plan_versions.plan_id and version = number
			cross join unnest(${sql.param(people)}::uuid[]) as reader
		where kind = 'opened'`);
}

export default plansInDemo;
