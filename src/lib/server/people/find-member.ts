import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Suspension } from '#lib/model/moderation/moderation.ts';
import { can, type Subjects } from '#lib/model/policy.ts';
import type { Membership } from '#lib/model/access/roles.ts';
import type { Database, Transaction } from '../db/client.ts';
import { people } from '../db/schema/people.ts';
import { NotFound } from '../platform/errors.ts';
import { currentMemberships } from '../access/memberships.ts';
import { suspensionIn } from '../access/suspension.ts';

/** Somebody as the policy is asked about them. */
export type AMember = Subjects['person.suspend'];

export interface FoundMember {
	name: string;
	/** Null where the actor may not see it. */
	email: string | null;
	/** What they are in the network where the actor finds them. */
	memberships: Membership[];
	suspension: Suspension | null;
	subject: AMember;
}

/** What the policy needs to know of a person, from what they are in the networks now. */
export function asMember(id: string, suspended: boolean, memberships: readonly Membership[]): AMember {
	const networks = (held: readonly Membership[]) => [...new Set(held.map(({ network }) => network))].sort();
	return { id, suspended, networks: networks(memberships), leads: networks(memberships.filter(({ role }) => role === 'lead')) };
}

/**
 * Somebody whom this actor finds in a directory; the suspended are there for leads alone.
 * @throws NotFound
 */
export async function findMember(db: Database | Transaction, actor: Actor, id: string, now: Date): Promise<FoundMember> {
	if (!z.uuid().safeParse(id).success) throw new NotFound();
	const [row] = await db
		.select({
			name: people.name,
			email: people.email,
			emailSeenBy: people.emailSeenBy,
			suspendedAt: people.suspendedAt,
			suspendedReason: people.suspendedReason,
			memberships: currentMemberships(now)
		})
		.from(people)
		.where(eq(people.id, id));
	if (!row) throw new NotFound();
	const { name, memberships } = row;
	const suspension = suspensionIn(row);
	const subject = asMember(id, suspension !== null, memberships);
	const network = subject.networks.find((one) => can(actor, suspension ? 'moderation.read' : 'network.read', { network: one }));
	if (!network) throw new NotFound();
	const isReached = can(actor, 'person.reach', { id, networks: subject.networks, seenBy: row.emailSeenBy });
	const email = isReached ? row.email : null;
	return { name, email, memberships: memberships.filter((held) => held.network === network), suspension, subject };
}
