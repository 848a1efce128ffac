import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { pino } from 'pino';
import postgres, { type Sql } from 'postgres';
import type { TestProject } from 'vitest/node';
import { modelNouns } from '#lib/model/nouns.ts';
import { connect } from '#lib/server/db/client.ts';
import { startEmbedded } from '#lib/server/db/embedded/index.ts';
import { seedDemo } from '#lib/server/demo/seed.ts';
import { installJobs } from '#lib/server/jobs/boss.ts';
import { nameKinds } from '#lib/server/boot/name-kinds.ts';
import { plugIn } from '#lib/server/boot/plug-in.ts';
import { serverNouns } from '#lib/server/nouns.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { createServices } from '#lib/server/services.ts';
import { makeRestorable } from './restorable.ts';
import { SettableClock } from './settable-clock.ts';
import { root } from './sources.ts';

const quiet = pino({ level: 'silent' });

declare module 'vitest' {
	export interface ProvidedContext {
		/** Where databases are made from: an empty one, and one with the demo. */
		postgres: { url: string; template: string; demo: string };
	}
}

interface Source {
	url: string;
	/** It goes with all that is in it. */
	ours: boolean;
	stop(): Promise<void>;
}

/** `TEST_DATABASE_URL`, whose user may create databases, or a PostgreSQL of our own, durable as delivered. */
async function source(): Promise<Source> {
	const named = process.env.TEST_DATABASE_URL;
	if (named) return { url: named, ours: false, stop: async () => {} };
	const folder = await mkdtemp(join(tmpdir(), 'swing-test-'));
	const embedded = await startEmbedded({ dir: join(folder, 'postgres') });
	return {
		url: embedded.url,
		ours: true,
		async stop() {
			await embedded.stop();
			await rm(folder, { recursive: true, force: true });
		}
	};
}

export function urlOf(server: string, database: string): string {
	const url = new URL(server);
	url.pathname = `/${database}`;
	return url.href;
}

/** Vitest global setup: one migrated template database for all test files, and one that holds the demo besides. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	plugIn(serverNouns);
	const { url, stop, ours } = await source();
	const template = `swing_test_${randomUUID().slice(0, 8)}`;
	const demo = `${template}_demo`;
	const admin = postgres(url, { max: 1, onnotice: () => {} });
	await admin`create database ${admin(template)}`;
	await fill(urlOf(url, template), async (client) => {
		await migrate(drizzle(client), { migrationsFolder: join(root, 'drizzle') });
		const { db, close } = connect(urlOf(url, template), { max: 1 });
		await nameKinds(db, modelNouns, serverNouns);
		await close();
		await installJobs(urlOf(url, template), quiet);
	});
	await admin`create database ${admin(demo)} template ${admin(template)}`;
	await fill(urlOf(url, demo), async () => {
		const services = createServices({
			config: parseConfig({ DEMO: 'on' }),
			databaseUrl: urlOf(url, demo),
			log: quiet,
			clock: new SettableClock()
		});
		await seedDemo(services);
		await services.close();
	});
	project.provide('postgres', { url, template, demo });
	return async () => {
		const made = ours
			? []
			: await admin<{ name: string }[]>`select datname as name from pg_database where datname like ${`${template}%`}`;
		for (const { name } of made) await admin`drop database if exists ${admin(name)} with (force)`;
		await admin.end();
		await stop();
	};
}

async function fill(url: string, work: (client: Sql) => Promise<void>): Promise<void> {
	const client = postgres(url, { max: 1, onnotice: () => {} });
	await work(client);
	await makeRestorable(client);
	await client.end();
}
