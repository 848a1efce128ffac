import type { Sql } from 'postgres';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { emptySection } from '#lib/model/documents/section-normalize.ts';
import { audienceOfPlan, planDraftStream, planStream } from '#lib/model/plans/plan.ts';
import { cityGroup } from '#lib/model/access/groups.ts';
import { wordsIn } from '#lib/server/plans/sections/words.ts';
import { demoCities } from '#lib/server/demo/cities.ts';
import { seedGround } from './ground.ts';
import { leaveIndexed } from './installations.ts';
import { networkId, personId, planId, planSectionId, planSectionShortId } from './names.ts';
import { longSection } from './sections.ts';

/** Blocks of 300 characters that fill a page. */
const page = 10;

/** Sections of the plan that is written in: all of 30 kB, but the last, which is empty. */
export const written = { plan: 'written', full: 6, empty: 6 };

/** People who write in the plans: the first network's officers of the first city. */
export const writersOfPlans = Array.from({ length: 50 }, (_, n) => n * demoCities.length);

/** Plans of one city, in consultation: of 10 pages in 10 sections, of 150 in 50, and one to be written in. */
export async function seedPlans(sql: Sql): Promise<void> {
	await seedGround(sql, 1);
	// As the first start of the server writes them.
	await sql`insert into kinds (kind) values ('plan'), ('plan-draft') on conflict do nothing`;
	const sections = (count: number, blocks: number): SectionDoc[] => Array.from({ length: count }, () => longSection(blocks));
	await seedPlan(sql, 'pages-10', sections(10, page));
	await seedPlan(sql, 'pages-150', sections(50, 3 * page));
	await seedPlan(sql, written.plan, [...sections(written.full, 10 * page), emptySection()]);
	await leaveIndexed(sql);
}

async function seedPlan(sql: Sql, name: string, docs: SectionDoc[]): Promise<void> {
	const [id, network, by] = [planId(name), networkId(0), personId(0)];
	const [draft, open] = [planDraftStream(id), planStream(id)];
	const [first] = await sql<{ id: string; code: string }[]>`
		select id, code from partners where network_id = ${network} and position = 1`;
	if (!first) throw new Error('There is no first city.');
	await sql.begin(async (tx) => {
		await tx`insert into streams ${tx([
			{ id: draft, network_id: network, kind: 'plan-draft', subject_id: id, audience: [cityGroup(network, first.code)] },
			{ id: open, network_id: network, kind: 'plan', subject_id: id, audience: audienceOfPlan({ network }) }
		])}`;
		await tx`
			insert into plans (id, network_id, partner_id, title, lang, state, question, ends_on, draft_stream, stream, begun_by, begun_at,
				opened_at, changed_at)
			values (${id}, ${network}, ${first.id}, ${name}, 'en', 'consultation', 'What is missing?', '2040-01-01', ${draft}, ${open}, ${by},
				now(), now(), now())`;
		await tx`insert into plan_slugs (partner_id, slug, plan_id, since) values (${first.id}, ${name}, ${id}, now())`;
		for (const [place, doc] of docs.entries()) {
			const section = planSectionId(name, place);
			await tx`insert into plan_sections (id, plan_id, short_id, position, n, length, changed_at)
				values (${section}, ${id}, ${planSectionShortId(name, place)}, ${place}, 1, ${wordsIn(doc)}, now())`;
			await tx`insert into section_revisions (section_id, n, title, lang, doc, author_id, at)
				values (${section}, 1, ${`Section ${place + 1}`}, 'en', ${tx.json(doc as never)}, ${by}, now())`;
		}
	});
}

/** Where a plan of the seed is shown. */
export async function addressOfSeeded(sql: Sql, name: string): Promise<string> {
	const [row] = await sql<{ slug: string }[]>`
		select partners.slug from plans join partners on partners.id = plans.partner_id where plans.id = ${planId(name)}`;
	return `/plans/${row?.slug ?? ''}/${name}`;
}
