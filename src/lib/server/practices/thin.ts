import { sql } from 'drizzle-orm';
import { thinSaves } from '../db/thin-saves.ts';
import { regularJob } from '../jobs/job.ts';
import type { Services } from '../services.ts';

/** Takes away old saves of drafts; what was submitted or published stays. @returns how many went */
export function thinRevisions(services: Pick<Services, 'db' | 'clock'>): Promise<number> {
	return thinSaves(services, {
		revisions: sql`practice_revisions`,
		key: sql`practice_id`,
		things: sql`practices`,
		stands: sql`followed.n = own.draft_n or followed.n is not distinct from own.published_n`,
		pointed: [
			sql`select from practice_rounds one where one.practice_id = followed.thing and one.n = followed.n`,
			sql`select from practice_publications one where one.practice_id = followed.thing and one.n = followed.n`
		],
		commands: 'practice.'
	});
}

export const thinJob = regularJob({
	name: 'practices.thin',
	cron: '17 3 * * *',
	every: 600,
	run: async (services) => void (await thinRevisions(services))
});
