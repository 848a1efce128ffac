import { and, asc, eq, isNull, or, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import type { OpenInvitation } from '#lib/model/people/invitations.ts';
import { can } from '#lib/model/policy.ts';
import { authorize } from '../access/authorize.ts';
import { hashOf, newToken } from '../auth/token.ts';
import type { Transaction } from '../db/client.ts';
import { partners } from '../db/schema/networks.ts';
import { invitations } from '../db/schema/people.ts';
import { NotFound } from '../platform/errors.ts';
import { parse } from '../platform/parse.ts';
import type { Services } from '../services.ts';
import { noted } from '../audit/record-audit.ts';
import { countInvitation } from './invitation-pace.ts';
import { requireStillIn } from './invite.ts';
import { linkTo, mailLink, invitationValidFor, type Issued } from './invitation-link.ts';

const unanswered = and(isNull(invitations.usedAt), isNull(invitations.withdrawnAt));

/** The invitations that nobody has answered yet and that this actor could have made. */
export async function openInvitations({ db, clock }: Services, actor: Actor, network: string): Promise<OpenInvitation[]> {
	const rows = await db
		.select({ invitation: invitations, city: partners.code })
		.from(invitations)
		.leftJoin(partners, eq(partners.id, invitations.partnerId))
		.where(and(eq(invitations.networkId, network), unanswered, within(actor, network)))
		.orderBy(asc(invitations.expiresAt), asc(invitations.name));
	const now = clock.now();
	return rows.map(({ invitation: { id, name, email, role, expertKind, expiresAt }, city }) => ({
		id,
		name,
		email,
		role,
		expertKind,
		city,
		expiresAt: expiresAt.toISOString(),
		expired: expiresAt <= now
	}));
}

function within(actor: Actor, network: string): SQL | undefined {
	if (can(actor, 'invitation.list', { network, city: null })) return undefined;
	if (actor.kind === 'visitor') return sql`false`;
	const own = actor.memberships
		.map(({ city }) => city)
		.filter((city) => city !== null && can(actor, 'invitation.list', { network, city }))
		.map((city) => and(eq(partners.code, city ?? ''), sql`${invitations.role} in ('officer', 'local')`));
	return own.length > 0 ? or(...own) : sql`false`;
}

const which = z.object({ id: z.uuid() });

/** @throws NotFound for one that is answered, or that the actor may not know of */
async function found(tx: Transaction, actor: Actor, id: string) {
	const [row] = await tx
		.select({ invitation: invitations, city: partners.code })
		.from(invitations)
		.leftJoin(partners, eq(partners.id, invitations.partnerId))
		.where(and(eq(invitations.id, id), unanswered))
		.for('update', { of: invitations });
	const subject = row && { network: row.invitation.networkId, role: row.invitation.role, city: row.city };
	if (!subject || !can(actor, 'invitation.withdraw', subject)) throw new NotFound();
	return { ...row.invitation, by: authorize(actor, 'invitation.withdraw', subject).id };
}

/** Makes the link of an invitation useless. */
export async function withdrawInvitation(services: Services, actor: Actor, raw: unknown): Promise<void> {
	const { id } = parse(which, raw);
	const now = services.clock.now();
	await services.db.transaction(async (tx) => {
		const { by, networkId, partnerId } = await found(tx, actor, id);
		await tx.update(invitations).set({ withdrawnAt: now }).where(eq(invitations.id, id));
		await noted(tx, {
			at: now,
			actorId: by,
			action: 'invitation.withdrawn',
			subjectKind: 'invitation',
			subjectId: id,
			networkId,
			partnerId
		});
	});
}

/**
 * Puts a fresh link, good for another week, in place of the one before. From then on the invitation is theirs who renewed it:
 * it goes when they are suspended, and stays when the first inviter is.
 * @throws Invalid, Forbidden, NotFound, TooMany
 */
export async function renewInvitation(services: Services, actor: Actor, raw: unknown): Promise<Issued> {
	const { id } = parse(which, raw);
	const now = services.clock.now();
	const token = newToken();
	const expiresAt = new Date(now.getTime() + invitationValidFor);
	const mailed = await services.db.transaction(async (tx) => {
		const { by, email, networkId, partnerId } = await found(tx, actor, id);
		await requireStillIn(tx, by);
		await countInvitation(services, { inviter: by, email });
		await tx
			.update(invitations)
			.set({ tokenHash: hashOf(token), expiresAt, invitedBy: by })
			.where(eq(invitations.id, id));
		await noted(tx, {
			at: now,
			actorId: by,
			action: 'invitation.renewed',
			subjectKind: 'invitation',
			subjectId: id,
			networkId,
			partnerId
		});
		return mailLink(services, tx, id, token);
	});
	services.mail.wake();
	return { id, url: linkTo(services, token), expiresAt, mailed };
}
