import { and, asc, isNull, sql } from 'drizzle-orm';
import type { Member } from '#lib/model/directory.ts';
import { foremost } from '#lib/model/tags.ts';
import { people } from '../db/schema/people.ts';
import type { Services } from '../services.ts';
import { currentMemberships, isCurrent } from './memberships.ts';

/** Everybody who belongs to the network now, once for each city or for none, by responsibility and name. */
export async function membersOf({ db, clock }: Services, network: string): Promise<Member[]> {
	const now = clock.now();
	const rows = await db
		.select({
			id: people.id,
			name: people.name,
			email: people.email,
			memberships: currentMemberships(now)
		})
		.from(people)
		.where(
			and(
				isNull(people.suspendedAt),
				sql`exists (select from memberships held where held.person_id = people.id and held.network_id = ${network} and ${isCurrent(now)})`
			)
		)
		.orderBy(asc(people.name), asc(people.id));
	return rows.flatMap(({ id, name, email, memberships }) => {
		const here = memberships.filter((held) => held.network === network);
		return [...Map.groupBy(here, ({ city }) => city)].map(([city, roles]) => {
			const { role, expertKind } = foremost(roles) ?? { role: 'reader', expertKind: null };
			return {
				id,
				name,
				email,
				city,
				role,
				expertKind,
				roles: roles.map((held) => ({ role: held.role, expertKind: held.expertKind }))
			};
		});
	}).sort((a, b) => order(a) - order(b));
}

function order({ role, expertKind }: Member): number {
	const place = ['lead', 'coordinator', 'officer', 'expert', 'local', 'reader'].indexOf(role);
	return expertKind === 'lead' ? place - 0.5 : place;
}
