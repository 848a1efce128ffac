import { sql } from 'drizzle-orm';
import { isAmong } from '#lib/model/access/groups.ts';
import { strongest, usualLevel, type FollowLevel } from '#lib/model/notifications/kinds.ts';
import type { Membership } from '#lib/model/access/roles.ts';
import type { Database, Transaction } from '../db/client.ts';
import { asActor } from '../access/as-actors.ts';
import { currentMemberships } from '../access/memberships.ts';
import type { Recipient, NotificationTarget } from './notify.ts';

interface Row extends Record<string, unknown> {
	id: string;
	name: string;
	memberships: Membership[];
	level: FollowLevel | null;
	audience: string[] | null;
}

/**
 * Of these people those who are notified, each for the strongest of their reasons: not who did it, nobody who may not hear
 * the stream now, and nobody who wants to hear nothing of the item,
 * unless it is of what became of their own words.
 */
export async function recipientsOf(
	db: Database | Transaction,
	{ item, stream, actor, at, people }: Pick<NotificationTarget, 'item' | 'stream' | 'actor' | 'at'> & { people: Recipient[] }
): Promise<Recipient[]> {
	const reasons = Map.groupBy(
		people.filter(({ id }) => id !== actor),
		({ id }) => id
	);
	if (reasons.size === 0) return [];
	const rows = await db.execute<Row>(sql`
		select people.id, people.name, follows.level, ${currentMemberships(at)} as memberships,
			(select audience from streams where streams.id = ${stream}) as audience
		from people left join follows on follows.person_id = people.id and follows.item_kind = ${item.kind} and follows.item_id = ${item.id}
		where people.id = any(${sql.param([...reasons.keys()])}::uuid[]) and people.suspended_at is null
		order by people.id`);
	return rows.flatMap(({ level, audience, ...row }) => {
		const { id } = row;
		const kind = strongest((reasons.get(id) ?? []).map((one) => one.kind));
		const wants = kind === 'moderation' || (level ?? usualLevel) !== 'nothing';
		return kind && wants && isAmong(asActor(row), audience ?? []) ? [{ id, kind }] : [];
	});
}
