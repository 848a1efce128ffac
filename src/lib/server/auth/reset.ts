import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { noteRepeated } from '../audit/note-repeated.ts';
import { noted } from '../audit/record-audit.ts';
import { passwordResets, people } from '../db/schema/people.ts';
import { Conflict } from '../platform/errors.ts';
import { parse } from '../platform/parse.ts';
import type { Services } from '../services.ts';
import { attempts } from './attempts.ts';
import { emailField } from './email.ts';
import { namesAround } from './names-around.ts';
import { passwordField, refuseGuessable } from './password-rules.ts';
import { hashPassword } from './password.ts';
import { endOtherSessions } from './session.ts';
import { hashOf, newToken } from './token.ts';

export const validFor = 60 * 60_000;

const request = z.object({ email: emailField });
const choice = z.object({ password: passwordField });

/**
 * Mails a link to choose a new password, if the address belongs to somebody. Nobody can tell from the answer or its time.
 * @throws Invalid, TooMany
 */
export async function requestReset(services: Services, raw: unknown, address: string): Promise<void> {
	const { email } = parse(request, raw);
	await attempts(services)
		.reset.count({ account: email, address })
		.catch((refused: unknown) => {
			// Whose address it is was not looked up, so that asking takes as long for everybody.
			noteRepeated(services, { action: 'account.resetRefused', subjectKind: 'account', subjectId: 'unknown', reason: 'too_many' });
			throw refused;
		});
	await services.mail.queue(services.db, { kind: 'password', address: email });
	services.mail.wake();
}

/** A link with which the owner of this address can choose a new password once within the hour; null for an unknown one. */
export async function issueReset(
	{ db, clock, config }: Services,
	email: string
): Promise<{ url: string; name: string; locale: string } | null> {
	const now = clock.now();
	const [person] = await db
		.select({ id: people.id, name: people.name, locale: people.locale })
		.from(people)
		.where(and(eq(sql`lower(${people.email})`, email.toLowerCase()), isNull(people.suspendedAt)));
	if (!person) return null;
	const token = newToken();
	await db.transaction(async (tx) => {
		await tx.insert(passwordResets).values({
			tokenHash: hashOf(token),
			personId: person.id,
			createdAt: now,
			expiresAt: new Date(now.getTime() + validFor)
		});
		await noted(tx, { at: now, action: 'account.resetIssued', subjectKind: 'account', subjectId: person.id });
	});
	const { name, locale } = person;
	return { url: `${config.publicUrl}/reset/${token}`, name, locale };
}

function usable(token: string, now: Date) {
	return and(eq(passwordResets.tokenHash, hashOf(token)), isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, now));
}

/** Whether the link still opens. */
export async function resetIsOpen({ db, clock }: Services, token: string): Promise<boolean> {
	const found = await db.select({ person: passwordResets.personId }).from(passwordResets).where(usable(token, clock.now()));
	return found.length > 0;
}

/**
 * Sets the new password, closes every open link and ends every session of that person; says whose they are.
 * @throws Invalid, Conflict `link_used_up`
 */
export async function resetPassword(services: Services, token: string, raw: unknown): Promise<string> {
	const { password } = parse(choice, raw);
	const now = services.clock.now();
	const passwordHash = await hashPassword(password);
	const personId = await services.db.transaction(async (tx) => {
		const [used] = await tx
			.update(passwordResets)
			.set({ usedAt: now })
			.where(usable(token, now))
			.returning({ personId: passwordResets.personId });
		if (!used) throw new Conflict('link_used_up');
		const [person] = await tx
			.update(people)
			.set({ passwordHash })
			.where(eq(people.id, used.personId))
			.returning({ name: people.name, email: people.email });
		if (!person) throw new Conflict('link_used_up');
		await refuseGuessable(password, { ...person, around: await namesAround(tx, { person: used.personId }) });
		await tx
			.update(passwordResets)
			.set({ usedAt: now })
			.where(and(eq(passwordResets.personId, used.personId), isNull(passwordResets.usedAt)));
		const { personId } = used;
		await noted(tx, { at: now, actorId: personId, action: 'account.passwordReset', subjectKind: 'account', subjectId: personId });
		return personId;
	});
	await endOtherSessions(services, personId, null);
	return personId;
}
