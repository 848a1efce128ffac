import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Sql } from 'postgres';
import { startEmbedded } from '#lib/server/db/embedded/index.ts';
import { root } from '../support/sources.ts';
import { urlOf } from '../support/postgres.ts';
import type { Build, Seed } from './build.ts';
import { nameOf, parentOf, pin, serverCore } from './machine.ts';

/** A seeded database of its own; gone after the run. */
export interface BenchDatabase {
	url: string;
	sql: Sql;
}

/** The PostgreSQL under both sides. */
export interface Postgres {
	version: string;
	/** Its first process, or null when it runs elsewhere: then its work cannot be told from others'. */
	pid: number | null;
	/** The settings on which it depends whether an acknowledged write is on disk. */
	durability: Record<string, string>;
	create(build: Pick<Build, 'migrate'>, seed: Seed): Promise<BenchDatabase>;
	close(): Promise<void>;
}

const durable = ['fsync', 'full_page_writes', 'synchronous_commit', 'wal_sync_method'];

/** The given PostgreSQL (`BENCH_DATABASE_URL`, a role that may make databases), or the embedded one with data of its own. */
export async function openPostgres(given: string | undefined): Promise<Postgres> {
	const embedded = given ? null : await startEmbedded({ dir: join(root, 'data/bench/postgres') });
	const admin = postgres(given ?? embedded?.url ?? '', { max: 1, onnotice: () => {} });
	const made: { name: string; sql: Sql }[] = [];
	const [{ version, backend }] = await admin<[{ version: string; backend: number }]>`
		select current_setting('server_version') as version, pg_backend_pid() as backend`;
	const settings = await admin<{ name: string; setting: string }[]>`
		select name, setting from pg_settings where name = any(${durable}) order by name`;
	const pid = nameOf(backend) === 'postgres' ? parentOf(backend) : null;
	if (pid !== null) pin(pid, serverCore);

	return {
		version,
		pid,
		durability: Object.fromEntries(settings.map(({ name, setting }) => [name, setting])),
		async create({ migrate }, seed) {
			const name = `swing_bench_${randomBytes(6).toString('hex')}`;
			await admin`create database ${admin(name)}`;
			const url = urlOf(given ?? embedded?.url ?? '', name);
			const sql = postgres(url, { max: 4, onnotice: () => {} });
			made.push({ name, sql });
			await migrate(url);
			await seed(sql);
			await sql`vacuum analyze`;
			await sql`checkpoint`.catch(() => {});
			return { url, sql };
		},
		async close() {
			for (const { name, sql } of made) {
				await sql.end({ timeout: 1 });
				await admin`drop database if exists ${admin(name)} with (force)`;
			}
			await admin.end({ timeout: 1 });
			await embedded?.stop();
		}
	};
}
