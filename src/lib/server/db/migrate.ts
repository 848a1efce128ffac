import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import type { Sql } from 'postgres';
import { locks } from './locks.ts';

const migrationsFolder = resolve(import.meta.dirname, '../../../../drizzle');
const lock = locks.migrations;

/** Applies the migrations that are missing, and does `work` before anybody else may do the same. */
export async function migrateThen<T>(url: string, work: () => Promise<T>): Promise<T> {
	const locking = postgres(url, { max: 1, onnotice: () => {}, max_lifetime: null, connection: { application_name: 'swing-start' } });
	const migrating = postgres(url, { max: 1, onnotice: () => {} });
	try {
		await locking`select pg_advisory_lock(${lock[0]}, ${lock[1]})`;
		await migrate(drizzle(migrating), { migrationsFolder });
		return await work();
	} finally {
		await migrating.end();
		await locking.end();
	}
}

/** Applies the migrations that are missing, one process at a time. */
export function migrateDatabase(url: string): Promise<void> {
	return migrateThen(url, async () => {});
}

/** Whether the newest migration that this version knows is in the database. */
export async function isMigrated(sql: Sql): Promise<boolean> {
	const { entries } = JSON.parse(await readFile(join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as {
		entries: { when: number }[];
	};
	const newest = entries.at(-1)?.when ?? 0;
	const [found] = await sql`select 1 from drizzle.__drizzle_migrations where created_at >= ${newest} limit 1`;
	return found !== undefined;
}
