import { eq } from 'drizzle-orm';
import { m } from '#lib/i18n/m';
import { reminders } from '../../db/schema/email-settings.ts';
import type { EmailTemplate } from '../../mail/template.ts';
import { reminderKind } from './reminder-kind.ts';

/**
 * Each kind by the one who knows what it is about. What was called off meanwhile is not mailed, nor what was moved: it comes at
 * its new time.
 */
export const reminderEmail: EmailTemplate = {
	called: (locale) => m.email_called_reminder({}, { locale }),
	async render(services, mail) {
		const [reminder] = mail.subjectId ? await services.db.select().from(reminders).where(eq(reminders.id, mail.subjectId)) : [];
		const kind = reminder?.doneAt ? reminderKind(reminder.kind) : undefined;
		return reminder && kind ? kind.email(services, mail, reminder) : null;
	}
};
