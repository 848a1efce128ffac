import { sql } from 'drizzle-orm';
import { regularJob } from '../jobs/job.ts';
import type { Services } from '../services.ts';

/** How long every save is kept. */
const days = 30;
const atOnce = 1000;

/**
 * Takes away saves of sections and rows older than a month to which nothing points: not the newest, not the first, none that a
 * version or a clash holds, none that somebody has read last, not the last before a pause of half an hour or before somebody
 * else's, and neither words that were taken back nor what they took the place of.
 * @returns how many went
 */
export async function thinPlans({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<number> {
	const before = new Date(clock.now().getTime() - days * 86_400_000).toISOString();
	const sections = await db.execute(sql`
		with followed as (
			select section_id, n, author_id, at, taken_back,
				lead(author_id) over after as next_author, lead(at) over after as next_at, lead(taken_back) over after as next_taken_back
			from section_revisions window after as (partition by section_id order by n)),
		spare as (
			select followed.section_id, followed.n from followed join plan_sections on plan_sections.id = followed.section_id
			where followed.at < ${before} and followed.n > 1 and followed.n <> plan_sections.n
				and followed.next_author = followed.author_id and followed.next_at - followed.at < interval '30 minutes'
				and followed.taken_back is null and followed.next_taken_back is null
				and not exists (select from section_revisions later where later.section_id = followed.section_id and later.taken_back = followed.n)
				and not exists (select from version_sections one where one.section_id = followed.section_id and one.n = followed.n)
				and not exists (select from section_clashes one where one.section_id = followed.section_id and one.n = followed.n)
				and not exists (select from sections_read one where one.section_id = followed.section_id and one.n = followed.n)
			limit ${atOnce})
		delete from section_revisions using spare
		where section_revisions.section_id = spare.section_id and section_revisions.n = spare.n
		returning 1`);
	const rows = await db.execute(sql`
		with followed as (
			select row_id, n, author_id, at, taken_back,
				lead(author_id) over after as next_author, lead(at) over after as next_at, lead(taken_back) over after as next_taken_back
			from row_revisions window after as (partition by row_id order by n)),
		spare as (
			select followed.row_id, followed.n from followed join plan_rows on plan_rows.id = followed.row_id
			where followed.at < ${before} and followed.n > 1 and followed.n <> plan_rows.n
				and followed.next_author = followed.author_id and followed.next_at - followed.at < interval '30 minutes'
				and followed.taken_back is null and followed.next_taken_back is null
				and not exists (select from row_revisions later where later.row_id = followed.row_id and later.taken_back = followed.n)
				and not exists (select from version_rows one where one.row_id = followed.row_id and one.n = followed.n)
			limit ${atOnce})
		delete from row_revisions using spare
		where row_revisions.row_id = spare.row_id and row_revisions.n = spare.n
		returning 1`);
	return sections.length + rows.length;
}

/** The blocks of thinned saves leave their events too: who catches up takes those of the newest save. */
export async function thinSavedWords({ db }: Pick<Services, 'db'>): Promise<void> {
	await db.execute(sql`
		update events set payload = jsonb_set(payload, '{blocks}', 'null')
		where name = 'section.saved' and payload -> 'blocks' <> 'null' and not exists (
			select from section_revisions kept
			where kept.section_id = (events.payload ->> 'id')::uuid and kept.n = (events.payload ->> 'revision')::int)`);
}

export const thinPlansJob = regularJob({
	name: 'plans.thin',
	cron: '47 3 * * *',
	every: 600,
	run: async (services) => {
		if ((await thinPlans(services)) > 0) await thinSavedWords(services);
	}
});
