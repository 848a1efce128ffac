import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { reminders } from '#lib/server/db/schema/email-settings.ts';
import { partners } from '#lib/server/db/schema/networks.ts';
import { memberships } from '#lib/server/db/schema/people.ts';
import { regularJob } from '#lib/server/jobs/job.ts';
import { recipientsOf } from '#lib/server/notifications/recipients.ts';
import type { ReminderKind } from '#lib/server/notifications/reminders/reminder-kind.ts';
import { cancelReminders, remind } from '#lib/server/notifications/reminders/remind.ts';
import type { Services } from '#lib/server/services.ts';
import { dueEmail } from './due-email.ts';
import { memos } from './table.ts';

const kind = 'memo.due';
const itemOf = (id: string) => ({ kind: 'memo', id });

/** Sees to it that people are reminded of every memo in the morning of its day, and of none whose day was taken back. */
export async function planMemoReminders({ db, clock }: Services): Promise<void> {
	const morning = sql`(${memos.remindOn} + time '09:00') at time zone ${partners.timeZone}`;
	const ahead = await db
		.select({ id: memos.id, day: memos.remindOn, zone: partners.timeZone })
		.from(memos)
		.innerJoin(partners, and(eq(partners.networkId, memos.networkId), eq(partners.code, memos.city)))
		.where(and(isNotNull(memos.remindOn), sql`${morning} > ${clock.now().toISOString()}::timestamptz`));
	const without = await db
		.selectDistinct({ id: memos.id })
		.from(memos)
		.innerJoin(reminders, and(eq(reminders.subjectId, memos.id), eq(reminders.kind, kind)))
		.where(isNull(memos.remindOn));
	await db.transaction(async (tx) => {
		for (const { id } of without) await cancelReminders(tx, itemOf(id), kind);
		for (const { id, day, zone } of ahead) await remind(tx, { kind, subject: itemOf(id), at: `${day}T09:00`, zone });
	});
}

export const memoReminders = regularJob({ name: 'memos.reminders', cron: '*/15 * * * *', every: 30, run: planMemoReminders });

/** That the day of a memo has come. */
export const memoDue: ReminderKind = {
	kind,
	email: dueEmail,
	/** Those of its network who are among its audience and have not turned away from it. */
	async whom(tx, { clock }, { subjectId: id }) {
		const [memo] = await tx.select().from(memos).where(eq(memos.id, id));
		if (!memo) return [];
		const members = await tx
			.selectDistinct({ id: memberships.personId })
			.from(memberships)
			.where(eq(memberships.networkId, memo.networkId));
		const people = members.map((member) => ({ id: member.id, kind: 'reminder' as const }));
		const reached = await recipientsOf(tx, { item: itemOf(id), stream: memo.stream, actor: null, at: clock.now(), people });
		return reached.map((person) => person.id);
	},
	async where(tx, { subjectId: id }) {
		const [memo] = await tx.select().from(memos).where(eq(memos.id, id));
		return memo ? { network: memo.networkId, stream: memo.stream, item: itemOf(id) } : null;
	}
};
