import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { z } from 'zod';
import type { Transaction } from '../db/client.ts';
import { reminders } from '../db/schema/notices.ts';
import { job } from '../jobs/job.ts';
import type { Services } from '../services.ts';

export type Reminder = typeof reminders.$inferSelect;

/**
 * Whom a kind of reminder concerns, at the moment when it is due. Whoever has something to remind of adds a line to
 * `installation/duties.ts`.
 */
export type Audience = (tx: Transaction, services: Services, reminder: Reminder) => Promise<string[]>;

/** Later than this a reminder helps nobody. */
const longest = 12 * 60 * 60_000;

/** Leaves letters for what is due. Each reminder is taken by one process, and done together with its letters. */
export async function leaveReminders(services: Services, audiences: Record<string, Audience>): Promise<void> {
	const { db, mail } = services;
	let any = false;
	while (await db.transaction((tx) => leaveOne(services, tx, audiences))) any = true;
	if (any) mail.wake();
}

async function leaveOne(services: Services, tx: Transaction, audiences: Record<string, Audience>): Promise<boolean> {
	const now = services.clock.now();
	const [due] = await tx
		.select()
		.from(reminders)
		.where(and(isNull(reminders.doneAt), lte(reminders.dueAt, now)))
		.orderBy(asc(reminders.dueAt))
		.limit(1)
		.for('update', { skipLocked: true });
	if (!due) return false;
	await tx.update(reminders).set({ doneAt: now }).where(eq(reminders.id, due.id));
	const audience = audiences[due.kind];
	if (!audience) services.log.error({ kind: due.kind }, 'nobody knows whom this reminder concerns');
	if (!audience || now.getTime() - due.dueAt.getTime() > longest) return true;
	const people = due.personId ? [due.personId] : await audience(tx, services, due);
	for (const personId of people) await services.mail.leave(tx, { kind: 'reminder', personId, subjectId: due.id });
	return true;
}

export function remindersDue(audiences: Record<string, Audience>) {
	return job({
		name: 'reminders.due',
		data: z.object({}),
		schedule: { cron: '* * * * *', zone: 'Etc/UTC' },
		every: 15,
		run: (services) => leaveReminders(services, audiences)
	});
}
