import { forgetExpired } from '../auth/forget-expired.ts';
import type { Job } from '../jobs/job.ts';
import { forgetOldMail } from '../mail/forget-old.ts';
import { meetingOpens, opening } from '../meetings/opening-reminders.ts';
import { forgottenEmails } from '../notifications/email/at-once.ts';
import { digests } from '../notifications/email/digest.ts';
import { nouns } from '../nouns.ts';
import { remindersDue } from '../notifications/reminders/due.ts';

/** All work apart from requests. A noun that has such work adds its job here. */
export const jobs: readonly Job[] = [
	forgetExpired,
	forgetOldMail,
	forgottenEmails,
	digests,
	...nouns.flatMap(({ jobs }) => jobs ?? []),
	remindersDue({ [meetingOpens]: opening })
];
