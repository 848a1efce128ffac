import { eq } from 'drizzle-orm';
import { reminders } from '../../db/schema/email-settings.ts';
import type { Mail } from '../../mail/lease.ts';
import type { EmailTemplate, RenderedEmail } from '../../mail/template.ts';
import type { Services } from '../../platform/services.ts';
import type { Reminder } from './due.ts';

/** Renders the emails of one kind of reminder. */
export type ReminderTemplate = (services: Services, mail: Mail, reminder: Reminder) => Promise<RenderedEmail>;

/** Each kind by the one who knows what it is about. What was called off meanwhile is not mailed, nor what was moved: it comes at its new time. */
export function reminderEmail(templates: Record<string, ReminderTemplate>): EmailTemplate {
	return async (services, mail) => {
		const [reminder] = mail.subjectId ? await services.db.select().from(reminders).where(eq(reminders.id, mail.subjectId)) : [];
		const write = reminder?.doneAt ? templates[reminder.kind] : undefined;
		return reminder && write ? write(services, mail, reminder) : null;
	};
}
