import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import postgres from 'postgres';
import { inject, test as base } from 'vitest';
import { parseConfig, type Config } from '#lib/server/platform/config.ts';
import type { Transport } from '#lib/server/mail/transport.ts';
import { createServices, type Services } from '#lib/server/services.ts';
import { plugIn } from '#lib/server/boot/plug-in.ts';
import { serverNouns } from '#lib/server/nouns.ts';
import { urlOf } from './postgres.ts';

/** A clock that stands where a test sets it. */
export class SettableClock {
	#now = new Date('2026-11-20T09:00:00Z');
	now(): Date {
		return new Date(this.#now);
	}
	set(to: string): void {
		this.#now = new Date(to);
	}
	advance(seconds: number): void {
		this.#now = new Date(this.#now.getTime() + seconds * 1000);
	}
}

export type TestServices = Services & { clock: SettableClock };

/** Makes a database of its own, a copy of the migrated template; `drop` when done. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
	const { url, template } = inject('postgres');
	const name = `swing_${randomUUID().replaceAll('-', '')}`;
	const admin = postgres(url, { max: 1, onnotice: () => {} });
	await admin`create database ${admin(name)} template ${admin(template)}`;
	return {
		url: urlOf(url, name),
		async drop() {
			await admin`drop database if exists ${admin(name)} with (force)`;
			await admin.end();
		}
	};
}

/** Services on a database, quiet, their clock settable, the feed not yet started. */
export function servicesOn(databaseUrl: string, config: Config = parseConfig({ DEMO: 'off' }), transports?: Transport[]): TestServices {
	plugIn(serverNouns);
	const clock = new SettableClock();
	return Object.assign(
		createServices({ config, databaseUrl, log: pino({ level: 'silent' }), clock, ...(transports && { transports }) }),
		{
			clock
		}
	);
}

/**
 * A test with what it asks for: `database`, the address of an empty migrated database of its own; `services` on it.
 */
export const test = base.extend<{ database: string; services: TestServices }>({
	database: async ({ task: _ }, use) => {
		const { url, drop } = await freshDatabase();
		await use(url);
		await drop();
	},
	services: async ({ database }, use) => {
		const services = servicesOn(database);
		await use(services);
		await services.close();
	}
});

export { expect } from 'vitest';
