import { and, eq, gt, isNotNull, sql } from 'drizzle-orm';
import { accessKey, type Person } from '#lib/model/access/actor.ts';
import { people, sessions } from '../db/schema/people.ts';
import { currentMemberships } from './memberships.ts';
import type { Services } from '../services.ts';

/** Somebody with an open connection: its session, and the person as they were when it was opened. */
export interface Connected {
	session: string;
	person: Person;
}

/** Whose access is no longer what it was. */
export interface ChangedAccess {
	sessions: string[];
	people: string[];
}

/** Which connected sessions have ended, and which connected people have other access by now: one query for all. */
export async function changedAmong({ db, clock }: Services, connected: Connected[]): Promise<ChangedAccess> {
	const now = clock.now();
	const ids = connected.map(({ session }) => session);
	const rows = await db
		.select({ session: sessions.id, suspended: isNotNull(people.suspendedAt).mapWith(Boolean), memberships: currentMemberships(now) })
		.from(sessions)
		.innerJoin(people, eq(sessions.userId, people.id))
		.where(and(sql`${sessions.id} = any(${sql.param(ids)})`, gt(sessions.expiresAt, now)));
	const current = new Map(rows.map(({ session, ...now }) => [session, now]));
	const changed: ChangedAccess = { sessions: [], people: [] };
	for (const { session, person } of connected) {
		const found = current.get(session);
		if (found === undefined) changed.sessions.push(session);
		else if (accessKey({ ...person, ...found }) !== accessKey(person)) changed.people.push(person.id);
	}
	return changed;
}

/** Whose membership began or ended, and which sessions expired, by time alone, after `since`. */
export async function changedByTime({ sql: raw }: Services, since: Date, now: Date): Promise<ChangedAccess> {
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
