import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Person } from '#lib/model/access/actor.ts';
import { noteRepeated } from '../audit/note-repeated.ts';
import { noted } from '../audit/record-audit.ts';
import { people } from '../db/schema/people.ts';
import { Invalid } from '../platform/errors.ts';
import { parse } from '../platform/parse.ts';
import type { Services } from '../services.ts';
import { attempts } from './attempts.ts';
import { namesAround } from './names-around.ts';
import { longestPassword, passwordField, refuseGuessable } from './password-rules.ts';
import { hashPassword, passwordFits } from './password.ts';
import { endOtherSessions } from './session.ts';

const form = z.object({
	current: z.string().min(1).max(longestPassword),
	password: passwordField
});

/**
 * A new password for the old one; every other session of the person ends.
 * @throws Invalid, TooMany
 */
export async function changePassword(
	services: Services,
	{ person, session, address }: { person: Person; session: string; address: string },
	raw: unknown
): Promise<void> {
	const { current, password } = parse(form, raw);
	const attempt = { account: person.id, address };
	const account = { subjectKind: 'account', subjectId: person.id, actorId: person.id };
	const failed = (reason: string) => noteRepeated(services, { ...account, action: 'account.passwordChangeFailed', reason });
	await attempts(services)
		.password.count(attempt)
		.catch((refused: unknown) => {
			failed('too_many');
			throw refused;
		});
	const [row] = await services.db
		.select({ hash: people.passwordHash, name: people.name, email: people.email })
		.from(people)
		.where(eq(people.id, person.id));
	if (!row || !(await passwordFits(row.hash, current))) {
		failed('password');
		throw new Invalid([{ field: 'current', code: 'no_match' }]);
	}
	await attempts(services).password.forgive(attempt);
	await refuseGuessable(password, { ...row, around: await namesAround(services.db, { person: person.id }) });
	const passwordHash = await hashPassword(password);
	await services.db.transaction(async (tx) => {
		await tx.update(people).set({ passwordHash }).where(eq(people.id, person.id));
		await noted(tx, { ...account, action: 'account.passwordChanged', at: services.clock.now() });
	});
	await endOtherSessions(services, person.id, session);
}
