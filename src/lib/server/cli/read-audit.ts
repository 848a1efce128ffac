import { and, desc, eq, gte, inArray, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { people } from '../db/schema/people.ts';
import { audit } from '../db/schema/streams.ts';
import type { Services } from '../services.ts';
import { AdminError } from './admin-error.ts';

/** Lines at most, so that a terminal is not flooded; the newest come last. */
const most = 500;
const day = 24 * 60 * 60_000;

/** Acts whose subject is a person. */
const aboutPeople = ['account', 'person'];

/**
 * What the audit holds of the last days, of all or of one person, a line each: when, who, what, about whom, why, how often.
 * @throws AdminError for an address that nobody has, and for days that are no number
 */
export async function auditFromTerminal(services: Services, { email, days = '30' }: { email?: string; days?: string }): Promise<string> {
	if (!/^[1-9]\d{0,4}$/.test(days)) throw new AdminError('--days: a whole number of days, such as 30');
	const since = gte(audit.at, new Date(services.clock.now().getTime() - Number(days) * day));
	const [actor, subject] = [alias(people, 'actor'), alias(people, 'subject')];
	const rows = await services.db
		.select({
			at: audit.at,
			by: actor.email,
			action: audit.action,
			about: subject.email,
			id: audit.subjectId,
			reason: audit.reason,
			times: audit.times
		})
		.from(audit)
		.leftJoin(actor, eq(actor.id, audit.actorId))
		.leftJoin(subject, and(inArray(audit.subjectKind, aboutPeople), eq(sql`${subject.id}::text`, audit.subjectId)))
		.where(and(since, email === undefined ? undefined : await ofPerson(services, email.trim())))
		.orderBy(desc(audit.id))
		.limit(most);
	if (rows.length === 0) return `Nothing was noted in the last ${days} days.`;
	return rows
		.reverse()
		.map(({ at, by, action, about, id, reason, times }) =>
			[
				at.toISOString().slice(0, 19).replace('T', ' '),
				by ?? '-',
				action,
				about ?? id,
				...(reason === null ? [] : [JSON.stringify(reason)]),
				...(times > 1 ? [`(${times} times within the hour)`] : [])
			].join('  ')
		)
		.join('\n');
}

async function ofPerson({ db }: Services, email: string): Promise<SQL | undefined> {
	const [person] = await db
		.select({ id: people.id })
		.from(people)
		.where(eq(sql`lower(${people.email})`, email.toLowerCase()));
	if (!person) throw new AdminError(`Nobody has the address "${email}".`);
	return or(eq(audit.actorId, person.id), and(inArray(audit.subjectKind, aboutPeople), eq(audit.subjectId, person.id)));
}
