import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { cleanLine } from '#lib/model/documents/clean.ts';
import { noteRepeated } from '../audit/note-repeated.ts';
import { people } from '../db/schema/people.ts';
import { Invalid, Suspended } from '../platform/errors.ts';
import { parse } from '../platform/parse.ts';
import { suspensionIn } from '../access/suspension.ts';
import type { Services } from '../services.ts';
import { attempts } from './attempts.ts';
import { deviceOf } from './device.ts';
import { knownDevice } from './known-device.ts';
import { longestPassword } from './password-rules.ts';
import { passwordFits } from './password.ts';
import { startSession } from './session.ts';

const form = z.object({
	email: z
		.string()
		.min(1)
		.max(254)
		.transform((typed) => cleanLine(typed).toLowerCase()),
	password: z.string().min(1).max(longestPassword)
});

/** The browser at the other end. */
export interface Client {
	address: string;
	userAgent: string | null;
	/** What it kept of an earlier sign-in (see `known-device.ts`). */
	device?: string | null;
}

/** Who came in, and the token of their session. */
export interface Entered {
	personId: string;
	token: string;
	expiresAt: Date;
}

/**
 * Starts a session for the right password. A wrong one and an unknown address get the same answer for the same work.
 * @throws Invalid `no_match`, TooMany, Suspended
 */
export async function signIn(services: Services, raw: unknown, { address, userAgent, device = null }: Client): Promise<Entered> {
	const { email, password } = parse(form, raw);
	const [person] = await services.db
		.select({ id: people.id, hash: people.passwordHash, suspendedAt: people.suspendedAt, suspendedReason: people.suspendedReason })
		.from(people)
		.where(eq(sql`lower(${people.email})`, email));
	const attempt = { account: email, address, device: person ? await knownDevice(services, person.id, device) : null };
	// Of an address that nobody has here, the audit does not keep it.
	const failed = (reason: string) =>
		noteRepeated(services, { action: 'account.signInFailed', subjectKind: 'account', subjectId: person?.id ?? 'unknown', reason });
	await attempts(services)
		.password.count(attempt)
		.catch((refused: unknown) => {
			failed('too_many');
			throw refused;
		});
	const fits = await passwordFits(person?.hash ?? null, password);
	if (!person || !fits) {
		failed('password');
		throw new Invalid([{ field: '', code: 'no_match' }]);
	}
	const suspension = suspensionIn(person);
	if (suspension) {
		failed('suspended');
		throw new Suspended(suspension);
	}
	await attempts(services).password.forgive(attempt);
	return { personId: person.id, ...(await startSession(services, person.id, deviceOf(userAgent))) };
}
