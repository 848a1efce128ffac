import { and, eq, gte, isNull, ne, notExists, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { locks } from '../../db/locks.ts';
import { notifications } from '../../db/schema/notifications.ts';
import { emailedNotifications, mails } from '../../db/schema/mail.ts';
import { regularJob } from '../../jobs/job.ts';
import type { Services } from '../../services.ts';
import { emailWay } from './ways.ts';

/** What happened or reached the inbox longer ago is old: it waits in the inbox, and in the digest of those who have one. */
const longest = 24 * 60 * 60_000;
/** Two processes that queue emails wait for each other here, so that what belongs together comes in one. */
const lock = sql`select pg_advisory_xact_lock(${locks.emails[0]}, ${locks.emails[1]})`;

/** Part of a query over `notifications`: new to their people, and in no email yet. Reminders have emails of their own. */
export function notEmailed(db: Services['db'] | Transaction): SQL | undefined {
	return and(
		ne(notifications.kind, 'reminder'),
		isNull(notifications.readAt),
		isNull(notifications.doneAt),
		isNull(notifications.withdrawnAt),
		notExists(
			db
				.select({ one: sql`1` })
				.from(emailedNotifications)
				.where(eq(emailedNotifications.notificationId, notifications.id))
		)
	);
}

/**
 * Queues an email for what people want to be mailed at once. It waits a little: what they read meanwhile is not mailed,
 * and what else comes of the same item joins it.
 * @param ids just these; without them all that was forgotten
 * @param old whether it may have happened long ago
 */
export async function queueEmails(services: Services, ids?: string[], { old = false } = {}): Promise<void> {
	const { db, mail, clock } = services;
	if (mail.kind === 'none') return;
	const since = new Date(clock.now().getTime() - longest);
	const these = ids && sql`${notifications.id} = any(${sql.param(ids)}::uuid[])`;
	const any = await db.transaction(async (tx) => {
		await tx.execute(lock);
		const fresh = await tx
			.select({
				id: notifications.id,
				personId: notifications.personId,
				itemKind: notifications.itemKind,
				itemId: notifications.itemId
			})
			.from(notifications)
			.where(
				and(
					gte(notifications.deliveredAt, since),
					old ? undefined : gte(notifications.at, since),
					these,
					notEmailed(tx),
					sql`${emailWay} = 'once'`
				)
			);
		for (const its of Map.groupBy(fresh, ({ personId, itemId }) => `${personId} ${itemId}`).values()) await join(services, tx, its);
		return fresh.length > 0;
	});
	if (any) mail.wake();
}

type Fresh = Pick<typeof notifications.$inferSelect, 'id' | 'personId' | 'itemKind' | 'itemId'>;

async function join({ mail, clock, config }: Services, tx: Transaction, its: Fresh[]): Promise<void> {
	const [first] = its;
	if (!first) return;
	const { personId, itemKind, itemId: subjectId } = first;
	// Locked, so that no email is written and sent while something joins it.
	const [open] = await tx
		.select({ id: mails.id })
		.from(mails)
		.where(
			and(
				eq(mails.kind, 'notifications'),
				eq(mails.personId, personId),
				eq(mails.subjectId, subjectId),
				eq(mails.state, 'waiting'),
				eq(mails.attempts, 0),
				eq(mails.unsure, 0)
			)
		)
		.limit(1)
		.for('update');
	const dueAt = new Date(clock.now().getTime() + config.mailDelay * 1000);
	const mailId = open?.id ?? (await mail.queue(tx, { kind: 'notifications', personId, itemKind, subjectId, dueAt }));
	if (mailId)
		await tx
			.insert(emailedNotifications)
			.values(its.map(({ id }) => ({ notificationId: id, mailId })))
			.onConflictDoNothing();
}

/** From now on what reaches an inbox, and what a dead process has not queued, is mailed as its person wants; says how to end that. */
export function mailWhatArrives(services: Services): () => void {
	// One at a time, so that those who wait for each other hold no more than one connection.
	let last = Promise.resolve();
	const queue = (ids?: string[], old = false) => {
		last = last
			.then(() => queueEmails(services, ids, { old }))
			.catch((err: unknown) => services.log.warn({ err }, 'emails could not be queued; the next look does it'));
	};
	queue();
	const stops = [services.notified.listen((ids) => queue(ids)), services.restored.listen((ids) => queue(ids, true))];
	return () => stops.forEach((stop) => stop());
}

/** Queues what a dead process has not queued. */
export const forgottenEmails = regularJob({
	name: 'emails.forgotten',
	cron: '* * * * *',
	every: 15,
	run: (services) => queueEmails(services)
});
