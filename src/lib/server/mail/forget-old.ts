import { lt } from 'drizzle-orm';
import { mails } from '../db/schema/mail.ts';
import { regularJob } from '../jobs/job.ts';

/** So long it can be said what became of an email; what it told of is long past being mailed by then. */
const kept = 60 * 24 * 60 * 60_000;

export const forgetOldMail = regularJob({
	name: 'mail.forgetOld',
	cron: '27 3 * * *',
	every: 60,
	async run({ db, clock }) {
		await db.delete(mails).where(lt(mails.doneAt, new Date(clock.now().getTime() - kept)));
	}
});
