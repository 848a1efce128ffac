import { passwordEmail } from '../auth/password-email.ts';
import type { EmailTemplates } from '../mail/template.ts';
import { meetingOpens } from '../meetings/opening-reminders.ts';
import { digestEmail } from '../notifications/email/digest-email.ts';
import { notificationsEmail } from '../notifications/email/notifications-email.ts';
import { meetingReminderEmail } from '../meetings/reminder-email.ts';
import { testEmail } from '../notifications/email/test-email.ts';
import { invitationEmail } from '../people/invitation-email.ts';
import { reminderEmail } from '../notifications/reminders/reminder-email.ts';

/** The template of each kind of email. A noun that mails adds its own here. */
export const emailTemplates: EmailTemplates = {
	invitation: invitationEmail,
	password: passwordEmail,
	notices: notificationsEmail,
	digest: digestEmail,
	reminder: reminderEmail({ [meetingOpens]: meetingReminderEmail }),
	trial: testEmail
};
