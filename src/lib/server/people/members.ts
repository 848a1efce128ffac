import { and, asc, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Member } from '#lib/model/people/directory.ts';
import { can } from '#lib/model/policy.ts';
import { foremost } from '#lib/model/people/tags.ts';
import { people } from '../db/schema/people.ts';
import type { Services } from '../services.ts';
import { asMember, type AMember } from './find-member.ts';
import { currentMemberships, isCurrent } from '../access/memberships.ts';

/**
 * Everybody who belongs to the network now, once for each city or for none, by responsibility and name; for its leads
 * also those who are suspended.
 */
export async function membersOf({ db, clock }: Services, actor: Actor, network: string): Promise<Member[]> {
	const now = clock.now();
	const leads = can(actor, 'moderation.read', { network });
	const rows = await db
		.select({
			id: people.id,
			name: people.name,
			email: people.email,
			emailSeenBy: people.emailSeenBy,
			suspendedAt: people.suspendedAt,
			memberships: currentMemberships(now)
		})
		.from(people)
		.where(
			and(
				leads ? undefined : isNull(people.suspendedAt),
				sql`exists (select from memberships held where held.person_id = people.id and held.network_id = ${network}
					and ${isCurrent(now)})`
			)
		)
		.orderBy(asc(people.name), asc(people.id));
	return rows
		.flatMap(({ id, name, email, emailSeenBy, suspendedAt, memberships }) => {
			const subject = asMember(id, suspendedAt !== null, memberships);
			const isReached = can(actor, 'person.reach', { id, networks: subject.networks, seenBy: emailSeenBy });
			const here = memberships.filter((held) => held.network === network);
			return [...Map.groupBy(here, ({ city }) => city)].map(([city, roles]) => {
				const { role, expertKind } = foremost(roles) ?? { role: 'reader', expertKind: null };
				return {
					id,
					name,
					email: isReached ? email : null,
					city,
					role,
					expertKind,
					suspended: subject.suspended,
					act: actOn(actor, subject),
					roles: roles.map((held) => ({ role: held.role, expertKind: held.expertKind }))
				};
			});
		})
		.sort((a, b) => order(a) - order(b));
}

/** What this actor may do about somebody's suspension. */
export function actOn(actor: Actor, subject: AMember): Member['act'] {
	if (can(actor, 'person.suspend', subject)) return 'suspend';
	return can(actor, 'person.readmit', subject) ? 'readmit' : null;
}

function order({ role, expertKind }: Member): number {
	const place = ['lead', 'coordinator', 'officer', 'expert', 'local', 'reader'].indexOf(role);
	return expertKind === 'lead' ? place - 0.5 : place;
}
