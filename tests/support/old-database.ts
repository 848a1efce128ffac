import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import { inject } from 'vitest';
import { urlOf } from './postgres.ts';
import { root } from './sources.ts';

interface Journal {
	entries: { idx: number; tag: string }[];
}

/** A database as some version of before left it. */
export interface OldDatabase {
	url: string;
	sql: Sql;
	/** Applies what has come since. */
	migrate(): Promise<void>;
	drop(): Promise<void>;
}

/** Makes an empty database with the migrations up to this number. */
export async function databaseAt(number: number): Promise<OldDatabase> {
	const name = `swing_${randomUUID().replaceAll('-', '')}`;
	const admin = postgres(inject('postgres').url, { max: 1, onnotice: () => {} });
	await admin`create database ${admin(name)}`;
	const url = urlOf(inject('postgres').url, name);
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	const migrating = async (folder: string) => {
		const client = postgres(url, { max: 1, onnotice: () => {} });
		await migrate(drizzle(client), { migrationsFolder: folder }).finally(() => client.end());
	};
	const before = await upTo(number);
	await migrating(before).finally(() => rm(before, { recursive: true, force: true }));
	return {
		url,
		sql,
		migrate: () => migrating(join(root, 'drizzle')),
		async drop() {
			await sql.end();
			await admin`drop database if exists ${admin(name)} with (force)`;
			await admin.end();
		}
	};
}

/** The folder of migrations as it was then. */
async function upTo(number: number): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'swing-migrations-'));
	const journal = JSON.parse(await readFile(join(root, 'drizzle/meta/_journal.json'), 'utf8')) as Journal;
	const entries = journal.entries.filter(({ idx }) => idx <= number);
	await mkdir(join(folder, 'meta'));
	await writeFile(join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
	for (const { tag } of entries) await cp(join(root, 'drizzle', `${tag}.sql`), join(folder, `${tag}.sql`));
	return folder;
}
