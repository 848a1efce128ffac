import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Person } from '#lib/model/access/actor.ts';
import { offeredKinds, rhythms, ways as allWays, waysFor, type Times, type Way } from '#lib/model/notifications/email/choices.ts';
import type { NotificationKind } from '#lib/model/notifications/kinds.ts';
import { emailChoices, emailTimes } from '../../db/schema/email-settings.ts';
import { parse } from '../../platform/parse.ts';
import type { Services } from '../../services.ts';
import { timesOf } from './times.ts';
import { waysOf } from './ways.ts';

const clockTime = z.preprocess(
	(value) => (value === '' || value === undefined ? null : value),
	z
		.string()
		.regex(/^([01]\d|2[0-3]):[0-5]\d$/)
		.nullable()
);
const whole = (from: number, to: number) => z.coerce.number().int().min(from).max(to);

const input = z
	.object({
		ways: z
			.record(z.enum(offeredKinds), z.enum(allWays))
			.refine((chosen) => offeredKinds.every((kind) => waysFor(kind).includes(chosen[kind]))),
		rhythm: z.enum(rhythms),
		hour: whole(0, 23),
		weekday: whole(1, 7),
		quietFrom: clockTime,
		quietTo: clockTime
	})
	.refine(({ quietFrom, quietTo }) => (quietFrom === null) === (quietTo === null), { path: ['quietTo'], error: 'missing' });

/** How and when somebody wants to be mailed. */
export interface EmailSettings {
	ways: Record<NotificationKind, Way>;
	times: Times;
}

export async function emailSettings({ db }: Services, person: Person): Promise<EmailSettings> {
	return { ways: await waysOf(db, person.id), times: await timesOf(db, person.id) };
}

/** Sets all that is offered. @throws Invalid */
export async function changeEmailSettings(services: Services, person: Person, raw: unknown): Promise<void> {
	const { ways, ...times } = parse(input, raw);
	const personId = person.id;
	await services.db.transaction(async (tx) => {
		await tx
			.insert(emailChoices)
			.values(offeredKinds.map((kind) => ({ personId, kind, way: ways[kind] })))
			.onConflictDoUpdate({ target: [emailChoices.personId, emailChoices.kind], set: { way: sql`excluded.way` } });
		await tx
			.insert(emailTimes)
			.values({ personId, ...times })
			.onConflictDoUpdate({ target: emailTimes.personId, set: times });
	});
}

/** Queues an email that shows that emails arrive; of several asked for at once one goes out. */
export async function sendTestEmail({ db, mail }: Services, person: Person): Promise<void> {
	await db.transaction(async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`trial ${person.id}`}, 0))`);
		const waiting = await tx.execute(
			sql`select from mails where person_id = ${person.id} and kind = 'trial' and state in ('waiting', 'sending') limit 1`
		);
		if (waiting.length === 0) await mail.queue(tx, { kind: 'trial', personId: person.id });
	});
	mail.wake();
}
