import { passwordLetter } from '../auth/password-letter.ts';
import type { Writers } from '../mail/writer.ts';
import { meetingOpens } from '../meetings/opening-reminders.ts';
import { digestLetter } from '../notices/digest-letter.ts';
import { noticesLetter } from '../notices/notices-letter.ts';
import { openingLetter } from '../notices/opening-letter.ts';
import { trialLetter } from '../notices/trial-letter.ts';
import { invitationLetter } from '../people/invitation-letter.ts';
import { reminderLetter } from '../reminders/letter.ts';

/** Who writes the letters of each kind. A noun that mails adds its writer here. */
export const letters: Writers = {
	invitation: invitationLetter,
	password: passwordLetter,
	notices: noticesLetter,
	digest: digestLetter,
	reminder: reminderLetter({ [meetingOpens]: openingLetter }),
	trial: trialLetter
};
