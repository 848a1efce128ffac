import type { fromDrizzle, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { databaseOfJobs } from './database.ts';

export const schema = 'jobs';

export interface Boss {
	boss: PgBoss;
	/** Makes it write in a running transaction. */
	through: typeof fromDrizzle;
	close(patience?: number): Promise<void>;
}

/**
 * Opens pg-boss on the database, and brings its schema there first when it is missing or old.
 * @param works whether it also keeps schedules and tidies up, or only notes what others will do
 */
export async function openBoss(url: string, log: Logger, works: boolean): Promise<Boss> {
	const { PgBoss, fromDrizzle } = await import('pg-boss');
	const db = databaseOfJobs(url);
	const boss = new PgBoss({ db, schema, schedule: works, supervise: works });
	boss.on('error', (err) => log.warn({ err }, 'jobs: the database did not answer; tried again'));
	boss.on('warning', ({ message }) => log.warn(`jobs: ${message}`));
	try {
		await boss.start();
	} catch (cause) {
		await db.close();
		throw cause;
	}
	return {
		boss,
		through: fromDrizzle,
		async close(patience = 1000) {
			await boss.stop({ timeout: patience });
			await db.close();
		}
	};
}

/** Brings the schema of the jobs into a database. */
export async function installJobs(url: string, log: Logger): Promise<void> {
	const { close } = await openBoss(url, log, false);
	await close();
}
