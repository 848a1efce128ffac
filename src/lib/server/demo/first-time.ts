import { sql } from 'drizzle-orm';
import type { Services } from '../services.ts';

/** What is older than this when the demo is made is past for everybody in it. */
const daysOld = 7;

/**
 * Somebody of the cast comes in for the first time. They have belonged to the network for long, and still what was said
 * before counts as passed over, as for everybody who joins; what the demo begins with from its last days stays new.
 */
export async function firstTimeIn({ db }: Pick<Services, 'db'>, personId: string): Promise<void> {
	await db.execute(sql`
		insert into read_states (person_id, stream, read, jumped)
		select people.id, events.stream, '{}', range_agg(int8range(events.seq, events.seq + 1))
		from people
		join memberships held on held.person_id = people.id
		join streams on streams.network_id = held.network_id
		join events on events.stream = streams.id
			and (events.at < people.created_at - make_interval(days => ${daysOld}) or events.at > people.created_at)
		where people.id = ${personId} and people.invented
			and not exists (select from visits where visits.person_id = people.id)
		group by people.id, events.stream
		order by events.stream
		on conflict do nothing`);
}
