import { forgetExpired } from '../auth/forget-expired.ts';
import { cleanUpJob } from '../files/clean-up.ts';
import { sweepJob } from '../files/sweep.ts';
import type { Job } from '../jobs/job.ts';
import { forgetOldMail } from '../mail/forget-old.ts';
import { meetingOpens, opening, openingReminders } from '../meetings/opening-reminders.ts';
import { forgottenEmails } from '../notifications/email/at-once.ts';
import { digests } from '../notifications/email/digest.ts';
import { remindersDue } from '../notifications/reminders/due.ts';

/** All work apart from requests. A noun that has such work adds its job here. */
export const jobs: readonly Job[] = [
	forgetExpired,
	forgetOldMail,
	cleanUpJob,
	sweepJob,
	forgottenEmails,
	digests,
	openingReminders,
	remindersDue({ [meetingOpens]: opening })
];
