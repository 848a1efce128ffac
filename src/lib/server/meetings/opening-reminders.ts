import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import { meetings } from '../db/schema/meetings.ts';
import { reminders } from '../db/schema/email-settings.ts';
import { regularJob } from '../jobs/job.ts';
import { isCurrent } from '../access/memberships.ts';
import type { ReminderKind } from '../notifications/reminders/reminder-kind.ts';
import { cancelReminders, remind } from '../notifications/reminders/remind.ts';
import type { Services } from '../services.ts';
import { meetingReminderEmail } from './reminder-email.ts';

export const meetingOpens = 'meeting.opens';

/** The same hour of the day before, by the host's clock. */
function dayBefore(opensAt: string): string {
	const wall = new Date(`${opensAt.replace(' ', 'T')}Z`);
	return new Date(wall.getTime() - 24 * 60 * 60_000).toISOString().slice(0, 19);
}

/**
 * Sees to it that people are reminded of every meeting to come whose hour is told, and of none at an hour that has changed or is
 * told no more.
 */
export async function planOpeningReminders({ db, clock }: Services): Promise<void> {
	const ahead = await db
		.select({ id: meetings.id, opensAt: meetings.opensAt, zone: meetings.timeZone })
		.from(meetings)
		.where(
			and(
				isNotNull(meetings.opensAt),
				gt(sql`${meetings.opensAt} at time zone ${meetings.timeZone}`, sql`${clock.now().toISOString()}::timestamptz`)
			)
		);
	const without = await db
		.selectDistinct({ id: meetings.id })
		.from(meetings)
		.innerJoin(reminders, and(eq(reminders.subjectId, meetings.id), eq(reminders.kind, meetingOpens)))
		.where(isNull(meetings.opensAt));
	await db.transaction(async (tx) => {
		for (const { id } of without) await cancelReminders(tx, { kind: 'meeting', id }, meetingOpens);
		for (const { id, opensAt, zone } of ahead) {
			if (opensAt) await remind(tx, { kind: meetingOpens, subject: { kind: 'meeting', id }, at: dayBefore(opensAt), zone });
		}
	});
}

export const openingReminders = regularJob({
	name: 'meetings.openingReminders',
	cron: '*/15 * * * *',
	every: 30,
	run: planOpeningReminders
});

/** That a meeting opens tomorrow. */
export const meetingOpening: ReminderKind = {
	kind: meetingOpens,
	email: meetingReminderEmail,
	/** Everybody of the meeting's network who has not turned away from this meeting. */
	async whom(tx, { clock }, { subjectId }) {
		const rows = await tx.execute<{ id: string }>(sql`
			select people.id from people
			where people.suspended_at is null
				and exists (
					select from memberships held join meetings on meetings.network_id = held.network_id
					where held.person_id = people.id and meetings.id = ${subjectId} and ${isCurrent(clock.now())})
				and not exists (select from follows where person_id = people.id and item_kind = 'meeting' and item_id = ${subjectId}
					and level = 'nothing')
			order by people.id`);
		return rows.map(({ id }) => id);
	},
	async where(tx, { subjectId: id }) {
		const [meeting] = await tx
			.select({ network: meetings.networkId, stream: meetings.stream })
			.from(meetings)
			.where(eq(meetings.id, id));
		return meeting ? { ...meeting, item: { kind: 'meeting', id } } : null;
	}
};
