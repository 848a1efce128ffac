import { none, type ServerNoun } from '../noun.ts';
import { forgetOldMail } from '../mail/forget-old.ts';
import { forgottenEmails } from './email/at-once.ts';
import { digestEmail } from './email/digest-email.ts';
import { digests } from './email/digest.ts';
import { notificationsEmail } from './email/notifications-email.ts';
import { testEmail } from './email/test-email.ts';
import { bringBackNotifications, finishNotifications, readNotifications } from './inbox/marks.ts';
import { dueReminders } from './reminders/due.ts';
import { reminderEmail } from './reminders/reminder-email.ts';

export const notificationsServer: ServerNoun = {
	name: 'notifications',
	commands: { readNotifications, finishNotifications, bringBackNotifications },
	threads: none,
	items: none,
	reminders: none,
	emails: { notifications: notificationsEmail, digest: digestEmail, reminder: reminderEmail, trial: testEmail },
	search: none,
	files: none,
	moderation: none,
	desk: none,
	city: none,
	written: none,
	publications: none,
	demo: none,
	jobs: [forgetOldMail, forgottenEmails, digests, dueReminders]
};
