import { passwordEmail } from '../auth/password-email.ts';
import type { Writers } from '../mail/writer.ts';
import { meetingOpens } from '../meetings/opening-reminders.ts';
import { digestEmail } from '../notifications/email/digest-email.ts';
import { notificationsEmail } from '../notifications/email/notifications-email.ts';
import { meetingReminderEmail } from '../meetings/reminder-email.ts';
import { testEmail } from '../notifications/email/test-email.ts';
import { invitationEmail } from '../people/invitation-email.ts';
import { reminderEmail } from '../notifications/reminders/reminder-email.ts';

/** Who writes the emails of each kind. A noun that mails adds its writer here. */
export const emails: Writers = {
	invitation: invitationEmail,
	password: passwordEmail,
	notices: notificationsEmail,
	digest: digestEmail,
	reminder: reminderEmail({ [meetingOpens]: meetingReminderEmail }),
	trial: testEmail
};
