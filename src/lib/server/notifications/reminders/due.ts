import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import { notify } from '../notify.ts';
import { deliveryOf } from '../deliver.ts';
import type { Transaction } from '../../db/client.ts';
import { mails } from '../../db/schema/mail.ts';
import { emailChoices, reminders } from '../../db/schema/email-settings.ts';
import { regularJob } from '../../jobs/job.ts';
import type { Services } from '../../services.ts';
import { reminderKind } from './reminder-kind.ts';

/** Later than this a reminder helps nobody. */
const longest = 12 * 60 * 60_000;

/** Tells what is due, in the inbox and by email. Each reminder is taken by one process, and done together with what tells of it. */
export async function leaveReminders(services: Services): Promise<void> {
	const { db, mail } = services;
	let any = false;
	while (await db.transaction((tx) => leaveOne(services, tx))) any = true;
	if (!any) return;
	mail.wake();
	await deliveryOf(services).due();
}

async function leaveOne(services: Services, tx: Transaction): Promise<boolean> {
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
	const concern = reminderKind(due.kind);
	if (!concern) services.log.error({ kind: due.kind }, 'nobody knows whom this reminder concerns');
	if (!concern || now.getTime() - due.dueAt.getTime() > longest) return true;
	const people = due.personId ? [due.personId] : await concern.whom(tx, services, due);
	const place = await concern.where?.(tx, due);
	if (place) await notify(tx, { ...place, seq: 0, actor: null, at: now, people: people.map((id) => ({ id, kind: 'reminder' })) });
	for (const personId of await wantingEmails(tx, people, due.id))
		await services.mail.queue(tx, { kind: 'reminder', personId, subjectId: due.id });
	return true;
}

/** Not those who want none, nor those whose email of before it was moved still waits. */
async function wantingEmails(tx: Transaction, people: string[], reminder: string): Promise<string[]> {
	const rows = await tx
		.select({ id: emailChoices.personId })
		.from(emailChoices)
		.where(and(inArray(emailChoices.personId, people), eq(emailChoices.kind, 'reminder'), eq(emailChoices.way, 'off')));
	const waiting = await tx
		.select({ id: mails.personId })
		.from(mails)
		.where(and(eq(mails.kind, 'reminder'), eq(mails.subjectId, reminder), eq(mails.state, 'waiting'), inArray(mails.personId, people)));
	const none = new Set([...rows, ...waiting].map(({ id }) => id));
	return people.filter((id) => !none.has(id));
}

export const dueReminders = regularJob({
	name: 'reminders.due',
	cron: '* * * * *',
	every: 15,
	run: leaveReminders
});
