import { sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { Membership } from '#lib/model/access/roles.ts';

/** A moment, or the place where a prepared query takes it. */
type Moment = Date | Placeholder;

/** Whether the row of `memberships` called `held` in the running query holds at this moment. */
export function isCurrent(now: Moment): SQL<boolean> {
	const at = now instanceof Date ? now.toISOString() : now;
	return sql<boolean>`(held.starts_at <= ${at} and (held.ends_at is null or held.ends_at > ${at}))`;
}

/**
 * To select beside a row of `people`: what this person is in the networks now.
 * Names are written out, because Drizzle drops the table's name in a query over a single table.
 */
export function currentMemberships(now: Moment): SQL<Membership[]> {
	return sql<Membership[]>`(
		select coalesce(json_agg(json_build_object(
			'network', held.network_id, 'role', held.role,
			'city', city.code, 'expertKind', held.expert_kind
		) order by held.starts_at, held.id), '[]'::json)
		from memberships held left join partners city on city.id = held.partner_id
		where held.person_id = people.id and ${isCurrent(now)})`;
}
