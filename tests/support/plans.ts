import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/model/access/actor.ts';
import { textOf } from '#lib/model/documents/text-map.ts';
import { beginPlan } from '#lib/server/plans/begin.ts';
import { sectionAt } from '#lib/server/plans/sections/find.ts';
import { openConsultation } from '#lib/server/plans/states.ts';
import type { Services } from '#lib/server/services.ts';
import { once, type PracticeGround } from './practices.ts';

export { paragraph, paragraphs } from './section-docs.ts';

/** Begins the draft of a plan of Coimbra. */
export async function leavePlan(
	services: Services,
	{ ines, network }: Pick<PracticeGround, 'ines' | 'network'>,
	title = 'City of makers'
): Promise<{ id: string; sections: string[] }> {
	const { id } = await beginPlan(services, ines, { ...once(), network: network.id, city: 'co', title, lang: 'en' });
	const sections = await services.sql<{ id: string }[]>`select id from plan_sections where plan_id = ${id} order by position`;
	return { id, sections: sections.map((row) => row.id) };
}

export const consultation = { question: 'What is missing?', endsOn: '2030-05-01' };

/** A plan of Coimbra in consultation. */
export async function leaveOpenPlan(
	services: Services,
	ground: Pick<PracticeGround, 'ines' | 'network'>,
	title?: string
): Promise<{ id: string; sections: string[] }> {
	const plan = await leavePlan(services, ground, title);
	await openConsultation(services, ground.ines, { ...once(), id: plan.id, ...consultation });
	return plan;
}

/** Where a plan is. */
export async function addressOfPlan(services: Services, id: string): Promise<{ city: string; slug: string }> {
	const [row] = await services.sql<{ city: string; slug: string }[]>`
		select partners.slug as city, plan_slugs.slug from plan_slugs join partners on partners.id = plan_slugs.partner_id
		where plan_id = ${id} order by since desc limit 1`;
	return row ?? { city: '', slug: randomUUID() };
}

/** The words of a section as its newest revision has them, a line a block. */
export async function wordsOfSection(services: Services, id: string): Promise<string[]> {
	const [row] = await services.sql<{ n: number }[]>`select n from plan_sections where id = ${id}`;
	const { doc } = await sectionAt(services.db, id, row?.n ?? 0);
	return textOf(doc).trimEnd().split('\n');
}

/** A file that a plan holds. */
export async function leaveFileOfPlan({ sql }: Services, by: Person, plan: string): Promise<string> {
	const id = randomUUID();
	await sql`
		insert into files (id, sha256, size, type, kind, name, owner_id, network_id, series_id, created_at)
		select ${id}, ${'a'.repeat(64)}, 1, 'text/plain', 'text', 'Decision.txt', ${by.id}, network_id, ${id}, now()
		from plans where id = ${plan}`;
	await sql`insert into file_uses (file_id, subject_kind, subject_id, position, by, at) values (${id}, 'plan', ${plan}, 0, ${by.id}, now())`;
	return id;
}
