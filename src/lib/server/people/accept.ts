import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { locales, writingLanguages } from '#lib/i18n/locales.ts';
import type { Actor } from '#lib/model/access/actor.ts';
import { cityGroup, groupsOf, networkGroup, roleGroup } from '#lib/model/access/groups.ts';
import { namesAround } from '../auth/names-around.ts';
import { passwordField, refuseGuessable } from '../auth/password-rules.ts';
import { hashPassword } from '../auth/password.ts';
import { hashOf } from '../auth/token.ts';
import type { Transaction } from '../db/client.ts';
import { partners } from '../db/schema/networks.ts';
import { invitations, memberships, people } from '../db/schema/people.ts';
import { Conflict } from '../platform/errors.ts';
import { parse } from '../platform/parse.ts';
import type { Services } from '../services.ts';
import { passOverBefore } from '../threads/pass-over-before.ts';
import { noted } from '../audit/record-audit.ts';
import { nameField } from './invitation-input.ts';
import { timeZoneField } from './time-zone.ts';

const newcomer = z.object({
	name: nameField,
	password: passwordField,
	locale: z.enum(locales),
	timeZone: timeZoneField
});

/**
 * A newcomer accepts: the account is made and belongs to the network; says whose it is.
 * @throws Invalid; Conflict `link_used_up`, or `has_account` when the address belongs to somebody who should sign in first
 */
export async function acceptAsNewcomer(services: Services, token: string, raw: unknown): Promise<string> {
	const input = parse(newcomer, raw);
	const passwordHash = await hashPassword(input.password);
	const now = services.clock.now();
	const id = randomUUID();
	await services.db.transaction(async (tx) => {
		const invitation = await held(tx, token, now);
		const around = await namesAround(tx, { network: invitation.networkId });
		await refuseGuessable(input.password, { name: input.name, email: invitation.email, around });
		const { name, locale, timeZone } = input;
		const made = await tx
			.insert(people)
			.values({
				id,
				email: invitation.email,
				name,
				passwordHash,
				locale,
				timeZone,
				writingLanguage: await speech(tx, invitation.partnerId, locale),
				createdAt: now
			})
			.onConflictDoNothing()
			.returning({ id: people.id });
		if (made.length === 0) throw new Conflict('has_account');
		await join(tx, invitation, { id, groups: [] }, now);
	});
	return id;
}

/**
 * Somebody with an account accepts while signed in; the address must be the invited one.
 * @throws Conflict `link_used_up`, `other_account`
 */
export async function acceptSignedIn(services: Services, token: string, actor: Actor): Promise<void> {
	if (actor.kind === 'visitor') throw new Conflict('other_account');
	const now = services.clock.now();
	await services.db.transaction(async (tx) => {
		const invitation = await held(tx, token, now);
		const mine = await tx
			.select({ id: people.id })
			.from(people)
			.where(and(eq(people.id, actor.id), eq(sql`lower(${people.email})`, invitation.email), isNull(people.suspendedAt)));
		if (mine.length === 0) throw new Conflict('other_account');
		await join(tx, invitation, { id: actor.id, groups: groupsOf(actor) }, now);
	});
	services.personChanged.announce(actor.id);
}

type Invitation = typeof invitations.$inferSelect;

/** The invitation of this link, locked, so that it is used once. */
async function held(tx: Transaction, token: string, now: Date): Promise<Invitation> {
	const [row] = await tx
		.select()
		.from(invitations)
		.where(
			and(
				eq(invitations.tokenHash, hashOf(token)),
				isNull(invitations.usedAt),
				isNull(invitations.withdrawnAt),
				gt(invitations.expiresAt, now)
			)
		)
		.for('update');
	if (!row) throw new Conflict('link_used_up');
	return row;
}

/** @param person with the groups that they are in already */
async function join(tx: Transaction, invitation: Invitation, person: { id: string; groups: string[] }, now: Date): Promise<void> {
	const { id: personId, groups: before } = person;
	const { id, networkId, partnerId, role, expertKind } = invitation;
	await tx
		.insert(memberships)
		.values({ id: randomUUID(), personId, networkId, partnerId, role, expertKind, startsAt: now })
		.onConflictDoNothing();
	await noted(tx, {
		at: now,
		actorId: personId,
		action: 'account.roleGranted',
		subjectKind: 'account',
		subjectId: personId,
		networkId,
		partnerId,
		reason: role
	});
	await passOverBefore(tx, { personId, groups: await groupsIn(tx, invitation), before });
	await tx.update(invitations).set({ usedAt: now, usedBy: personId }).where(eq(invitations.id, id));
	await noted(tx, {
		at: now,
		actorId: personId,
		action: 'invitation.accepted',
		subjectKind: 'invitation',
		subjectId: id,
		networkId,
		partnerId
	});
}

/** The groups that a membership leads into. */
async function groupsIn(tx: Transaction, { networkId, partnerId, role }: Invitation): Promise<string[]> {
	const city = partnerId === null ? [] : await tx.select({ code: partners.code }).from(partners).where(eq(partners.id, partnerId));
	return [networkGroup(networkId), roleGroup(networkId, role), ...city.map(({ code }) => cityGroup(networkId, code))];
}

/** People of a city write in its language to begin with, others in the one they read. */
async function speech(tx: Transaction, partnerId: string | null, locale: string): Promise<string> {
	if (partnerId === null) return locale;
	const [city] = await tx.select({ language: partners.language }).from(partners).where(eq(partners.id, partnerId));
	return city && Object.hasOwn(writingLanguages, city.language) ? city.language : locale;
}
