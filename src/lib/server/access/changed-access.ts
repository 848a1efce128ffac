import { and, eq, gt, isNotNull, sql } from 'drizzle-orm';
import { standingOf, type Person } from '#lib/model/access/actor.ts';
import { people, sessions } from '../db/schema/people.ts';
import { currentMemberships } from './memberships.ts';
import type { Services } from '../platform/services.ts';

/** Somebody with an open line: the session it stands on, and what the person was when it was opened. */
export interface Connected {
	session: string;
	person: Person;
}

/** What is no longer as it was. */
export interface Fallen {
	sessions: string[];
	people: string[];
}

/** Of those connected, the sessions that have ended and the people who are something else by now: one query for all. */
export async function fallenAmong({ db, clock }: Services, connected: Connected[]): Promise<Fallen> {
	const now = clock.now();
	const ids = connected.map(({ session }) => session);
	const rows = await db
		.select({ session: sessions.id, suspended: isNotNull(people.suspendedAt).mapWith(Boolean), memberships: currentMemberships(now) })
		.from(sessions)
		.innerJoin(people, eq(sessions.userId, people.id))
		.where(and(sql`${sessions.id} = any(${sql.param(ids)})`, gt(sessions.expiresAt, now)));
	const standing = new Map(rows.map(({ session, ...now }) => [session, now]));
	const fallen: Fallen = { sessions: [], people: [] };
	for (const { session, person } of connected) {
		const found = standing.get(session);
		if (found === undefined) fallen.sessions.push(session);
		else if (standingOf({ ...person, ...found }) !== standingOf(person)) fallen.people.push(person.id);
	}
	return fallen;
}

/** Whose membership began or ended, and which sessions ran out, by time alone, after `since`. */
export async function fallenByTime({ sql: raw }: Services, since: Date, now: Date): Promise<Fallen> {
	const rows = await raw<{ person: string | null; session: string | null }[]>`
		select distinct person_id as person, null as session from memberships
		where (starts_at > ${since} and starts_at <= ${now}) or (ends_at > ${since} and ends_at <= ${now})
		union all
		select null, id from sessions where expires_at > ${since} and expires_at <= ${now}`;
	return {
		people: rows.flatMap(({ person }) => person ?? []),
		sessions: rows.flatMap(({ session }) => session ?? [])
	};
}
