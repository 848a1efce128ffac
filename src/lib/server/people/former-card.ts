import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import { can } from '#lib/model/policy.ts';
import type { FormerCard } from '#lib/model/people/card.ts';
import type { Member } from '#lib/model/people/directory.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';
import { NotFound } from '../platform/errors.ts';
import type { Services } from '../services.ts';
import { membersOf } from './members.ts';
import { writtenLately } from './written-lately.ts';

/** So many people whom one can ask are told. */
const mostAsked = 6;

interface Row extends Record<string, unknown> {
	name: string;
	network: string;
	city: string | null;
}

/**
 * Somebody who left a network of the actor's, or whose access is suspended: both say the same, so that only leads, who find
 * the card itself, learn which it is.
 * @throws NotFound for who never was of a network that this actor reads
 */
export async function openFormerCard(
	services: Services,
	actor: Actor,
	{ id, locale }: { id: string; locale: string }
): Promise<FormerCard> {
	const { db } = services;
	if (!z.uuid().safeParse(id).success) throw new NotFound();
	const rows = await db.execute<Row>(sql`
		select people.name, held.network_id as network, partners.code as city
		from people join memberships held on held.person_id = people.id left join partners on partners.id = held.partner_id
		where people.id = ${id}::uuid order by held.ends_at desc nulls first, held.starts_at desc, held.id`);
	const last = rows.find(({ network }) => can(actor, 'network.read', { network }));
	if (!last) throw new NotFound();
	const { name, network, city } = last;
	const [members, wrote] = await Promise.all([membersOf(services, actor, network), writtenLately(db, actor, { author: id, locale })]);
	return { id, name, city, ask: whomToAsk(members, city), wrote };
}

/** The city's team as it is now; where there is none, the leads of the network. */
function whomToAsk(members: readonly Member[], city: string | null): PersonTag[] {
	const there = members.filter(({ suspended }) => !suspended);
	const team = there.filter((one) => city !== null && one.city === city && ['lead', 'coordinator', 'officer'].includes(one.role));
	const asked = team.length > 0 ? team : there.filter(({ role }) => role === 'lead');
	return asked.slice(0, mostAsked).map(({ id, name, city: code, role, expertKind }) => ({ id, name, city: code, role, expertKind }));
}
