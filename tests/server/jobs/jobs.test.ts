import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import postgres from 'postgres';
import { z } from 'zod';
import { job, type Job } from '#lib/server/jobs/job.ts';
import { createJobs } from '#lib/server/jobs/jobs.ts';
import { withoutPersons } from '#lib/server/platform/log.ts';
import { expect, servicesOn, test, type TestServices } from '../../support/database.ts';

const data = z.object({ n: z.number() });

/** A job that keeps what it was given, and may fail. */
function noting(done: number[], run: (n: number) => unknown = () => {}): Job<{ n: number }> {
	const name = `test.${randomUUID()}`;
	return job({
		name,
		data,
		every: 0.5,
		queue: { retryLimit: 3, retryDelay: 1, retryDelayMax: 1 },
		async run(_, { n }) {
			await run(n);
			done.push(n);
		}
	});
}

/** Waits for what becomes true. */
const until = (is: () => boolean | Promise<boolean>) => expect.poll(is, { timeout: 15_000 }).toBe(true);

async function metricOf({ metrics }: TestServices, series: string): Promise<number> {
	const lines = (await metrics.registry.metrics()).split('\n');
	return Number(lines.find((line) => line.startsWith(`${series} `))?.slice(series.length + 1) ?? 0);
}

const jobsOf = (...jobs: Job<{ n: number }>[]) => jobs as unknown as Job[];
const sorted = (numbers: number[]) => numbers.toSorted((a, b) => a - b);

test('a job exists exactly if the transaction committed', async ({ services }) => {
	const done: number[] = [];
	const work = noting(done);
	await services.jobs.start(services, jobsOf(work));
	await services.db.transaction((tx) => services.jobs.enqueue(tx, work, { n: 1 }));
	const undone = services.db.transaction(async (tx) => {
		await services.jobs.enqueue(tx, work, { n: 2 });
		throw new Error('not this one');
	});
	await expect(undone).rejects.toThrow('not this one');
	await services.db.transaction((tx) => services.jobs.enqueue(tx, work, { n: 3 }));
	services.jobs.wake(work);
	await until(() => done.length >= 2);
	expect(sorted(done)).toEqual([1, 3]);
	const [left] = await services.sql`select count(*)::int as n from jobs.job where name = ${work.name} and state <> 'completed'`;
	expect(left).toEqual({ n: 0 });
});

test('who does not work can leave work to others', async ({ services, database }) => {
	const done: number[] = [];
	const work = noting(done);
	const other = servicesOn(database);
	await services.jobs.enqueue(services.db, work, { n: 1 });
	await other.jobs.start(other, jobsOf(work));
	await until(() => done.length === 1);
	await other.close();
	await services.jobs.enqueue(services.db, work, { n: 2 });
	const [waits] = await services.sql`select count(*)::int as n from jobs.job where name = ${work.name} and state = 'created'`;
	expect(waits).toEqual({ n: 1 });
});

test('two processes share the work, each piece done once', async ({ services, database }) => {
	const [here, there]: [number[], number[]] = [[], []];
	const slow = () => pause(20);
	const work = noting(here, slow);
	const same = { ...noting(there, slow), name: work.name };
	const other = servicesOn(database);
	for (let n = 0; n < 40; n++) await services.jobs.enqueue(services.db, work, { n });
	await Promise.all([services.jobs.start(services, jobsOf(work)), other.jobs.start(other, jobsOf(same))]);
	const waking = setInterval(() => [services, other].forEach(({ jobs }) => jobs.wake(work)), 10);
	await until(() => here.length + there.length === 40).finally(() => clearInterval(waking));
	expect(sorted([...here, ...there])).toEqual(Array.from({ length: 40 }, (_, n) => n));
	expect(Math.min(here.length, there.length)).toBeGreaterThan(0);
	await other.close();
});

test('what fails is tried again, counted, and told without what people wrote', async ({ database }) => {
	const lines: string[] = [];
	const services = servicesOn(database);
	const log = pino({ level: 'warn', serializers: { err: withoutPersons } }, { write: (line: string) => void lines.push(line) });
	const watched: TestServices = Object.assign(services, { log });
	const done: number[] = [];
	let tries = 0;
	const work = noting(done, () => {
		if (++tries < 3) throw Object.assign(new Error('secret words'), { query: 'insert into posts', code: 'X1' });
	});
	await watched.jobs.start(watched, jobsOf(work));
	await watched.jobs.enqueue(watched.db, work, { n: 7 });
	const waking = setInterval(() => watched.jobs.wake(work), 50);
	await until(() => done.length === 1).finally(() => clearInterval(waking));
	expect(tries).toBe(3);
	await until(async () => (await metricOf(watched, `swing_jobs_total{job="${work.name}",outcome="done"}`)) === 1);
	expect(await metricOf(watched, `swing_jobs_total{job="${work.name}",outcome="failed"}`)).toBe(2);
	expect(lines.join('')).toContain('a job failed');
	expect(lines.join('')).not.toContain('secret');
	const kept = await watched.sql`select output::text from jobs.job where name = ${work.name}`;
	expect(JSON.stringify(kept)).not.toContain('secret');
	await watched.close();
});

test('what waits can be read from the metrics', async ({ services }) => {
	const work = noting([]);
	await services.jobs.start(services, []);
	await services.jobs.enqueue(services.db, work, { n: 1 });
	expect(await metricOf(services, `swing_jobs_waiting{job="${work.name}",state="created"}`)).toBe(1);
});

test('jobs outlive the loss of their connections', async ({ services, database }) => {
	const done: number[] = [];
	const work = noting(done);
	await services.jobs.start(services, jobsOf(work));
	const admin = postgres(database, { max: 1 });
	for (let n = 0; n < 3; n++) {
		await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
		await until(() =>
			services.jobs.enqueue(services.db, work, { n }).then(
				() => true,
				() => false
			)
		);
		await until(() => done.includes(n));
	}
	await admin.end();
	expect(sorted(done)).toEqual([0, 1, 2]);
});

test('a schedule is kept, changed, and taken away with its job', async ({ services, database }) => {
	const work = { ...noting([]), schedule: { cron: '5 4 * * *', zone: 'Europe/Riga' } };
	await services.jobs.start(services, jobsOf(work));
	const kept = () => services.sql`select name, cron, timezone from jobs.schedule`;
	expect(await kept()).toEqual([{ name: work.name, cron: '5 4 * * *', timezone: 'Europe/Riga' }]);
	await services.jobs.stop();
	const next = createJobs(database, services.log, services.metrics);
	await next.start(services, []);
	expect(await kept()).toEqual([]);
	await next.stop();
});
