import { sql } from 'drizzle-orm';
import { regularJob } from '../jobs/job.ts';
import type { Services } from '../services.ts';

/** How long every save is kept. */
const days = 30;
const atOnce = 1000;

/**
 * Takes away saves older than a month to which nothing points: not what is read or was submitted or published, not the
 * first, not the last before a pause of half an hour or before somebody else's, and neither words that were taken back nor what they
 * took the place of.
 * @returns how many went
 */
export async function thinRevisions({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<number> {
	const before = new Date(clock.now().getTime() - days * 86_400_000).toISOString();
	const gone = await db.execute(sql`
		with followed as (
			select practice_id, n, author_id, at, taken_back,
				lead(author_id) over after as next_author, lead(at) over after as next_at, lead(taken_back) over after as next_taken_back
			from practice_revisions window after as (partition by practice_id order by n)),
		spare as (
			select followed.practice_id, followed.n from followed join practices on practices.id = followed.practice_id
			where followed.at < ${before} and followed.n > 1 and followed.n <> practices.draft_n
				and followed.n is distinct from practices.published_n
				and followed.next_author = followed.author_id and followed.next_at - followed.at < interval '30 minutes'
				and followed.taken_back is null and followed.next_taken_back is null
				and not exists (select from practice_rounds one where one.practice_id = followed.practice_id and one.n = followed.n)
				and not exists (select from practice_publications one where one.practice_id = followed.practice_id and one.n = followed.n)
			limit ${atOnce})
		delete from practice_revisions using spare
		where practice_revisions.practice_id = spare.practice_id and practice_revisions.n = spare.n
		returning 1`);
	return gone.length;
}

export const thinJob = regularJob({
	name: 'practices.thin',
	cron: '17 3 * * *',
	every: 600,
	run: async (services) => void (await thinRevisions(services))
});
