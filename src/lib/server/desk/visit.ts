import { sql } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import { visits } from '../db/schema/people.ts';
import type { Services } from '../services.ts';

/** Coming back within this many minutes is still the same visit. */
const sameVisit = 30;
/** Stands for: never here before. */
const never = new Date(0);

/**
 * Notes that the person is at the desk now; says when they left it the time before,
 * null on the very first visit.
 */
export async function noteVisit({ db, clock }: Services, person: Person): Promise<string | null> {
	const now = clock.now();
	const at = now.toISOString();
	const rows = await db
		.insert(visits)
		.values({ personId: person.id, lastAt: now, newSince: never })
		.onConflictDoUpdate({
			target: visits.personId,
			set: {
				lastAt: sql`greatest(${visits.lastAt}, ${at}::timestamptz)`,
				newSince: sql`case when ${visits.lastAt} < ${at}::timestamptz - make_interval(mins => ${sameVisit})
					then ${visits.lastAt} else ${visits.newSince} end`
			}
		})
		.returning({ newSince: visits.newSince });
	const since = rows[0]?.newSince;
	return since && since > never ? since.toISOString() : null;
}
