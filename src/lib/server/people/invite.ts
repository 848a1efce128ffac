import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { authorize } from '../access/authorize.ts';
import { newToken, hashOf } from '../auth/token.ts';
import type { Transaction } from '../db/client.ts';
import { partners } from '../db/schema/networks.ts';
import { invitations, memberships, people } from '../db/schema/people.ts';
import { Conflict, Forbidden, Invalid } from '../platform/errors.ts';
import { parse } from '../platform/parse.ts';
import type { Services } from '../services.ts';
import { noted } from '../audit/record-audit.ts';
import { countInvitation } from './invitation-pace.ts';
import { invitationInput, type InvitationInput } from './invitation-input.ts';
import { linkTo, mailLink, invitationValidFor, type Issued } from './invitation-link.ts';

/** The one who runs the installation, at its command line. */
export const administrator = Symbol('administrator');
type Inviter = Actor | typeof administrator;

/**
 * Invites somebody into a network. The link is told once, here, and mailed where mail leaves; only its hash is kept.
 * @throws Invalid, Forbidden, TooMany; Conflict `already_member`, `already_invited`
 */
export async function invitePerson(services: Services, inviter: Inviter, network: string, raw: unknown): Promise<Issued> {
	const input = parse(invitationInput, raw);
	const invitedBy = inviter === administrator ? null : authorize(inviter, 'person.invite', { ...input, network }).id;
	if (invitedBy !== null) await countInvitation(services, { inviter: invitedBy, email: input.email });
	const now = services.clock.now();
	const token = newToken();
	const expiresAt = new Date(now.getTime() + invitationValidFor);
	const mailed = await services.db.transaction(async (tx) => {
		if (invitedBy !== null) await requireStillIn(tx, invitedBy);
		const partnerId = await cityId(tx, network, input.city);
		await refuseRepetition(tx, { network, partnerId, input, now, inviter });
		const { commandId: id, email, name, role, expertKind, locale } = input;
		const made = await tx
			.insert(invitations)
			.values({
				id,
				networkId: network,
				email,
				name,
				role,
				partnerId,
				expertKind,
				locale,
				invitedBy,
				tokenHash: hashOf(token),
				createdAt: now,
				expiresAt
			})
			.onConflictDoNothing({ target: invitations.id })
			.returning({ id: invitations.id });
		if (made.length === 0) throw new Conflict('already_invited');
		await noted(tx, {
			at: now,
			actorId: invitedBy,
			action: 'person.invited',
			subjectKind: 'invitation',
			subjectId: id,
			networkId: network,
			partnerId
		});
		return mailLink(services, tx, id, token);
	});
	services.mail.wake();
	return { id: input.commandId, url: linkTo(services, token), expiresAt, mailed };
}

/**
 * Whoever is being suspended meanwhile is waited for: afterwards nothing of theirs goes out.
 * @throws Forbidden
 */
export async function requireStillIn(tx: Transaction, inviter: string): Promise<void> {
	const [row] = await tx.select({ suspendedAt: people.suspendedAt }).from(people).where(eq(people.id, inviter)).for('share');
	if (!row || row.suspendedAt !== null) throw new Forbidden('person.invite');
}

async function cityId(tx: Transaction, network: string, code: string | null): Promise<string | null> {
	if (code === null) return null;
	const [city] = await tx
		.select({ id: partners.id })
		.from(partners)
		.where(and(eq(partners.networkId, network), eq(partners.code, code)));
	if (!city) throw new Invalid([{ field: 'city', code: 'unknown' }]);
	return city.id;
}

async function refuseRepetition(
	tx: Transaction,
	wanted: { network: string; partnerId: string | null; input: InvitationInput; now: Date; inviter: Inviter }
): Promise<void> {
	const { network, partnerId, input, now, inviter } = wanted;
	// Two invitations of one address wait for each other here.
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${input.email}, 0))`);
	const same = (city: typeof memberships.partnerId | typeof invitations.partnerId) =>
		partnerId === null ? isNull(city) : eq(city, partnerId);
	const members = await tx
		.select({ id: memberships.id })
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(
				eq(sql`lower(${people.email})`, input.email),
				eq(memberships.networkId, network),
				eq(memberships.role, input.role),
				same(memberships.partnerId),
				isNull(memberships.endsAt)
			)
		);
	if (members.length > 0) throw new Conflict('already_member');
	const open = await tx
		.select({ id: invitations.id })
		.from(invitations)
		.where(
			and(
				eq(invitations.email, input.email),
				eq(invitations.networkId, network),
				eq(invitations.role, input.role),
				same(invitations.partnerId),
				isNull(invitations.usedAt),
				isNull(invitations.withdrawnAt),
				gt(invitations.expiresAt, now)
			)
		);
	if (open.length === 0) return;
	if (inviter !== administrator) throw new Conflict('already_invited');
	// The administrator may be the only one there yet: a new link takes the place of a lost one.
	await tx
		.update(invitations)
		.set({ withdrawnAt: now })
		.where(
			inArray(
				invitations.id,
				open.map(({ id }) => id)
			)
		);
}
