import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { pino } from 'pino';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#lib/server/db/embedded/index.ts';
import { installJobs } from '#lib/server/jobs/boss.ts';
import { root } from './sources.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** Where databases are made from. */
		postgres: { url: string; template: string };
	}
}

interface Source {
	url: string;
	stop(): Promise<void>;
}

/** `TEST_DATABASE_URL`, whose user may create databases, or a PostgreSQL of our own, durable as delivered. */
async function source(): Promise<Source> {
	const named = process.env.TEST_DATABASE_URL;
	if (named) return { url: named, stop: async () => {} };
	const folder = await mkdtemp(join(tmpdir(), 'swing-test-'));
	const embedded = await startEmbedded({ dir: join(folder, 'postgres') });
	return {
		url: embedded.url,
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

/** Vitest global setup: one migrated template database for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const { url, stop } = await source();
	const template = `swing_template_${randomUUID().slice(0, 8)}`;
	const admin = postgres(url, { max: 1, onnotice: () => {} });
	await admin`create database ${admin(template)}`;
	const client = postgres(urlOf(url, template), { max: 1, onnotice: () => {} });
	await migrate(drizzle(client), { migrationsFolder: join(root, 'drizzle') });
	await client.end();
	await installJobs(urlOf(url, template), pino({ level: 'silent' }));
	project.provide('postgres', { url, template });
	return async () => {
		await admin`drop database if exists ${admin(template)} with (force)`;
		await admin.end();
		await stop();
	};
}
