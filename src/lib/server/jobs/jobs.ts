import { sql } from 'drizzle-orm';
import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Database, Transaction } from '../db/client.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Services } from '../services.ts';
import { openBoss, type Boss } from './boss.ts';
import { measureWaiting } from './measure.ts';
import type { Job } from './job.ts';
import { once } from './perform.ts';

/** Work that outlives the process: kept in the database, shared by all processes on it. */
export interface Jobs {
	/** The work exists exactly if this transaction commits; it is done soon after, or at the given time. */
	enqueue<Data extends object>(tx: Transaction | Database, job: Job<Data>, data: Data, at?: Date): Promise<void>;
	/** Called after the commit: this process looks for such work now. */
	wake(job: Pick<Job, 'name'>): void;
	/** From now on this process works, too. */
	start(services: Services, jobs: readonly Job[]): Promise<void>;
	/** Ends when what is being worked on has ended. */
	stop(): Promise<void>;
}

const patienceOfStop = 10_000;

export function createJobs(url: string, log: Logger, metrics: Metrics): Jobs {
	let opened: Promise<Boss> | undefined;
	const queues = new Map<string, Promise<void>>();
	const workers = new Map<string, string>();

	function open(works: boolean): Promise<Boss> {
		opened ??= openBoss(url, log, works);
		opened.catch(() => (opened = undefined));
		return opened;
	}

	function made(boss: PgBoss, { name, queue }: Pick<Job, 'name' | 'queue'>): Promise<void> {
		const making = queues.get(name) ?? boss.createQueue(name, queue).then(() => boss.updateQueue(name, queue));
		queues.set(name, making);
		making.catch(() => queues.delete(name));
		return making;
	}

	async function settle(boss: PgBoss, job: Job): Promise<void> {
		await made(boss, job);
		if (job.schedule) await boss.schedule(job.name, job.schedule.cron, null, { tz: job.schedule.zone });
	}

	return {
		async enqueue(tx, job, data, at) {
			const { boss, through } = await open(false);
			await made(boss, job as unknown as Job);
			await boss.send(job.name, data, { db: through(tx, sql), ...(at && { startAfter: at }) });
		},
		wake({ name }) {
			const worker = workers.get(name);
			if (worker) void opened?.then(({ boss }) => boss.notifyWorker(worker));
		},
		async start(services, jobs) {
			await opened?.then(({ close }) => close());
			opened = undefined;
			queues.clear();
			const { boss } = await open(true);
			measureWaiting(metrics, services.sql);
			const known = new Set(jobs.map(({ name }) => name));
			for (const { name, key } of await boss.getSchedules()) if (!known.has(name)) await boss.unschedule(name, key);
			for (const job of jobs) {
				await settle(boss, job);
				workers.set(job.name, await boss.work(job.name, { pollingIntervalSeconds: job.every }, once(services, job)));
			}
		},
		async stop() {
			workers.clear();
			const last = opened;
			opened = undefined;
			await last
				?.then(({ close }) => close(patienceOfStop))
				.catch((error: unknown) => log.warn({ err: error }, 'the jobs did not stop well'));
		}
	};
}
