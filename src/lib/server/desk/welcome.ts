import { sql } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { Welcome } from '#lib/model/desk/welcome.ts';
import { visits } from '../db/schema/people.ts';
import type { Services } from '../services.ts';

/** The first steps of somebody who is new; null for whoever has taken them all, or has said that they know their way. */
export async function welcomeOf({ db }: Pick<Services, 'db'>, { id }: Person): Promise<Welcome | null> {
	const [found] = await db.execute<Welcome & Record<string, unknown>>(sql`
		select exists (select from read_states where person_id = ${id} and not isempty(read)) as read,
			exists (select from posts where author_id = ${id}) as write,
			exists (select from email_choices where person_id = ${id}) as choose
		where not exists (select from visits where person_id = ${id} and welcomed_at is not null)`);
	if (!found) return null;
	const { read, write, choose } = found;
	return read && write && choose ? null : { read, write, choose };
}

/** Somebody has done with the welcome: it does not come back. Twice changes nothing. */
export async function endWelcome({ db, clock }: Pick<Services, 'db' | 'clock'>, { id: personId }: Person): Promise<void> {
	const now = clock.now();
	await db
		.insert(visits)
		.values({ personId, lastAt: now, newSince: new Date(0), welcomedAt: now })
		.onConflictDoUpdate({ target: visits.personId, set: { welcomedAt: sql`coalesce(${visits.welcomedAt}, excluded.welcomed_at)` } });
}
