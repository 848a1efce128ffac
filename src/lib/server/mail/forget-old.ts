import { lt } from 'drizzle-orm';
import { z } from 'zod';
import { mails } from '../db/schema/mail.ts';
import { job } from '../jobs/job.ts';

/** So long it can be said what became of a letter; what it told of is long past being mailed by then. */
const kept = 60 * 24 * 60 * 60_000;

export const forgetOldMail = job({
	name: 'mail.forgetOld',
	data: z.object({}),
	schedule: { cron: '27 3 * * *', zone: 'Etc/UTC' },
	every: 60,
	async run({ db, clock }) {
		await db.delete(mails).where(lt(mails.doneAt, new Date(clock.now().getTime() - kept)));
	}
});
