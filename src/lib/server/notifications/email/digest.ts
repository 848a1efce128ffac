import { and, eq, gt, lte, sql } from 'drizzle-orm';
import { lastDigest } from '#lib/model/notifications/email/occurrences.ts';
import type { Transaction } from '../../db/client.ts';
import { notifications } from '../../db/schema/notifications.ts';
import { emailedNotifications } from '../../db/schema/mail.ts';
import { emailTimes } from '../../db/schema/email-settings.ts';
import { people } from '../../db/schema/people.ts';
import { regularJob } from '../../jobs/job.ts';
import type { Services } from '../../services.ts';
import { notEmailed } from './at-once.ts';
import { presentTimes } from './times.ts';
import { emailWay } from './ways.ts';

/** What waited longer than this for a digest is not news any more. */
const longest = 9 * 24 * 60 * 60_000;
const overlap = 60 * 60_000;

/** Queues a digest for everybody for whom one is due and who has something to read in it. */
export async function queueDigests(services: Services): Promise<void> {
	const { db, clock, mail } = services;
	if (mail.kind === 'none') return;
	const now = clock.now();
	const waiting = await db
		.selectDistinct({ id: people.id, timeZone: people.timeZone, times: emailTimes })
		.from(notifications)
		.innerJoin(people, eq(people.id, notifications.personId))
		.leftJoin(emailTimes, eq(emailTimes.personId, people.id))
		.where(and(gt(notifications.deliveredAt, new Date(now.getTime() - longest)), forDigest(db), sql`${people.suspendedAt} is null`));
	let any = false;
	for (const { id, timeZone, times } of waiting) {
		const upTo = lastDigest(presentTimes(times), timeZone, now);
		if (upTo && (times?.digestedTo ?? new Date(0)) < upTo)
			any = (await db.transaction((tx) => queueDigest(services, tx, id, upTo))) || any;
	}
	if (any) mail.wake();
}

function forDigest(db: Services['db'] | Transaction) {
	return and(notEmailed(db), sql`${emailWay} = 'digest'`);
}

/** Takes all that reached the inbox since the last digest and until this one was due; the mark and the email are written together. */
async function queueDigest({ mail, clock }: Services, tx: Transaction, personId: string, upTo: Date): Promise<boolean> {
	await tx.insert(emailTimes).values({ personId }).onConflictDoNothing();
	const [mark] = await tx.select().from(emailTimes).where(eq(emailTimes.personId, personId)).for('update');
	const before = mark?.digestedTo ?? new Date(0);
	if (before >= upTo) return false;
	// What was committed while the last one was gathered bears a time before it; none is told twice in any case.
	const from = new Date(Math.max(before.getTime() - overlap, clock.now().getTime() - longest));
	await tx.update(emailTimes).set({ digestedTo: upTo }).where(eq(emailTimes.personId, personId));
	const its = await tx
		.select({ id: notifications.id })
		.from(notifications)
		.where(
			and(
				eq(notifications.personId, personId),
				gt(notifications.deliveredAt, from),
				lte(notifications.deliveredAt, upTo),
				forDigest(tx)
			)
		);
	if (its.length === 0) return false;
	const mailId = await mail.queue(tx, { kind: 'digest', personId });
	if (mailId === null) return false;
	await tx
		.insert(emailedNotifications)
		.values(its.map(({ id }) => ({ notificationId: id, mailId })))
		.onConflictDoNothing();
	return true;
}

export const digests = regularJob({
	name: 'emails.digests',
	cron: '* * * * *',
	every: 15,
	run: queueDigests
});
