import { forgetExpired } from '../auth/forget-expired.ts';
import { cleanUpJob } from '../files/clean-up.ts';
import { sweepJob } from '../files/sweep.ts';
import type { Job } from '../jobs/job.ts';
import { forgetOldMail } from '../mail/forget-old.ts';
import { meetingOpens, opening, openingReminders } from '../meetings/opening-reminders.ts';
import { forgottenNotices } from '../notices/at-once.ts';
import { digests } from '../notices/digest.ts';
import { remindersDue } from '../reminders/due.ts';

/** Everything that is done apart from requests. A noun that has such work adds its job here. */
export const duties: readonly Job[] = [
	forgetExpired,
	forgetOldMail,
	cleanUpJob,
	sweepJob,
	forgottenNotices,
	digests,
	openingReminders,
	remindersDue({ [meetingOpens]: opening })
];
