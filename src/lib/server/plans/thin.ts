import { sql } from 'drizzle-orm';
import { thinSaves, type Saved } from '../db/thin-saves.ts';
import { regularJob } from '../jobs/job.ts';
import type { Services } from '../services.ts';

/** What a version or a clash holds stays, and what somebody has read last. Who catches up takes the words of the newest save. */
const sections: Saved = {
	revisions: sql`section_revisions`,
	key: sql`section_id`,
	things: sql`plan_sections`,
	stands: sql`followed.n = own.n`,
	pointed: [
		sql`select from version_sections one where one.section_id = followed.thing and one.n = followed.n`,
		sql`select from section_clashes one where one.section_id = followed.thing and one.n = followed.n`,
		sql`select from sections_read one where one.section_id = followed.thing and one.n = followed.n`
	],
	commands: 'section.',
	carried: sql`
		update events set payload = jsonb_set(payload, '{blocks}', 'null')
		from gone join plan_sections own on own.id = gone.thing join plans on plans.id = own.plan_id
		where events.stream in (plans.draft_stream, plans.stream) and events.name = 'section.saved' and events.payload -> 'blocks' <> 'null'
			and events.payload ->> 'id' = gone.thing::text and events.payload ->> 'revision' = gone.n::text`
};

const rows: Saved = {
	revisions: sql`row_revisions`,
	key: sql`row_id`,
	things: sql`plan_rows`,
	stands: sql`followed.n = own.n`,
	pointed: [sql`select from version_rows one where one.row_id = followed.thing and one.n = followed.n`],
	commands: 'row.'
};

/**
 * Takes away old saves of sections and rows.
 * @param atOnce how many in one statement
 * @returns how many went
 */
export async function thinPlans(services: Pick<Services, 'db' | 'clock'>, atOnce?: number): Promise<number> {
	return (await thinSaves(services, sections, atOnce)) + (await thinSaves(services, rows, atOnce));
}

export const thinPlansJob = regularJob({
	name: 'plans.thin',
	cron: '47 3 * * *',
	every: 600,
	run: async (services) => void (await thinPlans(services))
});
