import { and, eq, sql } from 'drizzle-orm';
import { instantOf } from '#lib/model/zoned.ts';
import type { Transaction } from '../../db/client.ts';
import { reminders } from '../../db/schema/email-settings.ts';

/** What people are reminded of. */
export interface ReminderSubject {
	kind: string;
	id: string;
}

/** When, as it was planned: the wall clock of a place (yyyy-mm-ddThh:mm), and the zone of that place (IANA). */
export interface Planned {
	at: string;
	zone: string;
}

interface Wanted extends Planned {
	/** Of a `ReminderKind`. */
	kind: string;
	subject: ReminderSubject;
	/** One person; without one all whom it concerns when the time has come. */
	person?: string;
}

/**
 * Reminds people of something, once, at its time. Said again it moves to the new time, and when that is another one,
 * it comes even if it has come before.
 */
export async function remind(tx: Transaction, { kind, subject, person, at, zone }: Wanted): Promise<void> {
	const dueAt = instantOf(at, zone).toISOString();
	await tx.execute(sql`
		insert into reminders (kind, subject_kind, subject_id, person_id, at, time_zone, due_at)
		values (${kind}, ${subject.kind}, ${subject.id}, ${person ?? null}::uuid, ${at}::timestamp, ${zone}, ${dueAt}::timestamptz)
		on conflict (subject_kind, subject_id, kind, coalesce(person_id, '00000000-0000-0000-0000-000000000000')) do update
		set at = excluded.at, time_zone = excluded.time_zone, due_at = excluded.due_at,
			done_at = case when reminders.due_at = excluded.due_at then reminders.done_at end`);
}

/** What its subject's people wait for comes at another time. */
export async function moveReminders(tx: Transaction, subject: ReminderSubject, kind: string, { at, zone }: Planned): Promise<void> {
	const dueAt = instantOf(at, zone);
	await tx
		.update(reminders)
		.set({ at, timeZone: zone, dueAt, doneAt: sql`case when due_at = ${dueAt.toISOString()} then done_at end` })
		.where(and(of(subject), eq(reminders.kind, kind)));
}

/** Its subject is called off, or what a kind reminds of: nobody is reminded of it any more, by an email that waits neither. */
export async function cancelReminders(tx: Transaction, subject: ReminderSubject, kind?: string): Promise<void> {
	await tx.delete(reminders).where(and(of(subject), kind === undefined ? undefined : eq(reminders.kind, kind)));
}

function of({ kind, id }: ReminderSubject) {
	return and(eq(reminders.subjectKind, kind), eq(reminders.subjectId, id));
}
