import { eq, sql } from 'drizzle-orm';
import { spoken } from '#lib/model/localized.ts';
import type { ExpertKind, Role } from '#lib/model/access/roles.ts';
import { hashOf } from '../auth/token.ts';
import { networks, partners } from '../db/schema/networks.ts';
import { invitations, people } from '../db/schema/people.ts';
import { NotFound } from '../platform/errors.ts';
import type { Services } from '../services.ts';

/** What the page behind an invitation's link may tell whoever opens it. */
export interface InvitationPage {
	state: 'open' | 'used' | 'withdrawn' | 'expired';
	network: string;
	inviter: string | null;
	name: string;
	email: string;
	role: Role;
	expertKind: ExpertKind | null;
	city: string | null;
	locale: string;
	timeZone: string | null;
	/** Whether the address has an account already. */
	hasAccount: boolean;
}

/** @throws NotFound for a link that was never made, or that a newer one has replaced */
export async function readInvitation({ db, clock }: Services, token: string, locale: string): Promise<InvitationPage> {
	const [row] = await db
		.select({
			invitation: invitations,
			network: networks.name,
			city: partners.name,
			timeZone: partners.timeZone,
			inviter: people.name,
			hasAccount: sql<boolean>`exists (select from people other where lower(other.email) = ${invitations.email})`
		})
		.from(invitations)
		.innerJoin(networks, eq(networks.id, invitations.networkId))
		.leftJoin(partners, eq(partners.id, invitations.partnerId))
		.leftJoin(people, eq(people.id, invitations.invitedBy))
		.where(eq(invitations.tokenHash, hashOf(token)));
	if (!row) throw new NotFound();
	const { name, email, role, expertKind, locale: theirs } = row.invitation;
	return {
		state: stateOf(row.invitation, clock.now()),
		network: row.network,
		inviter: row.inviter,
		name,
		email,
		role,
		expertKind,
		city: row.city && spoken(row.city, locale),
		locale: theirs,
		timeZone: row.timeZone,
		hasAccount: row.hasAccount
	};
}

function stateOf({ usedAt, withdrawnAt, expiresAt }: typeof invitations.$inferSelect, now: Date): InvitationPage['state'] {
	if (usedAt) return 'used';
	if (withdrawnAt) return 'withdrawn';
	return expiresAt <= now ? 'expired' : 'open';
}
