import { lt } from 'drizzle-orm';
import { passwordResets, sessions } from '../db/schema/people.ts';
import { regularJob } from '../jobs/job.ts';
import type { Services } from '../services.ts';

const grace = 24 * 60 * 60_000;

/** Takes away the sessions and links that have not opened anything for a day. */
export async function forgetWhatExpired({ db, clock }: Services): Promise<void> {
	const before = new Date(clock.now().getTime() - grace);
	await db.delete(sessions).where(lt(sessions.expiresAt, before));
	await db.delete(passwordResets).where(lt(passwordResets.expiresAt, before));
}

export const forgetExpired = regularJob({
	name: 'auth.forgetExpired',
	cron: '17 3 * * *',
	every: 60,
	run: forgetWhatExpired
});
