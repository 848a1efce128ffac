import { passwordLetter } from '../auth/password-letter.ts';
import type { Writers } from '../mail/writer.ts';
import { meetingOpens } from '../meetings/opening-reminders.ts';
import { digestLetter } from '../notifications/email/digest-email.ts';
import { noticesLetter } from '../notifications/email/notifications-email.ts';
import { openingLetter } from '../meetings/reminder-email.ts';
import { trialLetter } from '../notifications/email/trial-email.ts';
import { invitationLetter } from '../people/invitation-letter.ts';
import { reminderLetter } from '../notifications/reminders/reminder-email.ts';

/** Who writes the letters of each kind. A noun that mails adds its writer here. */
export const letters: Writers = {
	invitation: invitationLetter,
	password: passwordLetter,
	notices: noticesLetter,
	digest: digestLetter,
	reminder: reminderLetter({ [meetingOpens]: openingLetter }),
	trial: trialLetter
};
