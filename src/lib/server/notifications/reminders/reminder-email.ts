import { eq } from 'drizzle-orm';
import { reminders } from '../../db/schema/email-settings.ts';
import type { Mail } from '../../mail/lease.ts';
import type { Writer, Written } from '../../mail/writer.ts';
import type { Services } from '../../platform/services.ts';
import type { Reminder } from './due.ts';

/** Writes the emails of a kind of reminder. */
export type ReminderWriter = (services: Services, mail: Mail, reminder: Reminder) => Promise<Written>;

/** Each kind by the one who knows what it is about. What was called off meanwhile is not mailed, nor what was moved: it comes at its new time. */
export function reminderEmail(writers: Record<string, ReminderWriter>): Writer {
	return async (services, mail) => {
		const [reminder] = mail.subjectId ? await services.db.select().from(reminders).where(eq(reminders.id, mail.subjectId)) : [];
		const write = reminder?.doneAt ? writers[reminder.kind] : undefined;
		return reminder && write ? write(services, mail, reminder) : null;
	};
}
