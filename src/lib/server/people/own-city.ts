import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { OwnCity } from '#lib/model/people/shown.ts';
import { foremost } from '#lib/model/people/tags.ts';
import type { DeskPanel } from '../desk/panel.ts';
import type { Database } from '../db/client.ts';
import { memberships, people } from '../db/schema/people.ts';
import { partners } from '../db/schema/networks.ts';

/** Null for those who belong to no city. */
export async function ownCity(db: Database, person: Person, now: Date): Promise<OwnCity | null> {
	const held = foremost(person.memberships);
	if (!held?.city) return null;
	const at = now.toISOString();
	const rows = await db
		.select({
			organisation: partners.organisation,
			id: people.id,
			name: people.name,
			role: memberships.role,
			city: partners.code,
			expertKind: memberships.expertKind
		})
		.from(partners)
		.innerJoin(memberships, eq(memberships.partnerId, partners.id))
		.innerJoin(people, and(eq(people.id, memberships.personId), isNull(people.suspendedAt)))
		.where(
			and(
				eq(partners.networkId, held.network),
				eq(partners.code, held.city),
				sql`${memberships.startsAt} <= ${at} and (${memberships.endsAt} is null or ${memberships.endsAt} > ${at})`
			)
		)
		.orderBy(sql`array_position(array['lead', 'coordinator', 'officer', 'local', 'reader'], ${memberships.role})`, asc(people.name));
	const [first] = rows;
	if (!first) return null;
	return {
		code: held.city,
		organisation: first.organisation,
		people: rows.filter((row, place) => rows.findIndex(({ id }) => id === row.id) === place).map(({ organisation: _, ...tag }) => tag)
	};
}

/** The reader's own city below what waits. */
export const ownCityPanel: DeskPanel<'people'> = {
	name: 'people',
	open: ({ db, clock }, person) => ownCity(db, person, clock.now())
};
