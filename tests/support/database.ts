import { pino } from 'pino';
import { inject, test as base } from 'vitest';
import { parseConfig, type Config } from '#lib/server/platform/config.ts';
import type { Transport } from '#lib/server/mail/transport.ts';
import { createServices, type Services } from '#lib/server/services.ts';
import { plugIn } from '#lib/server/boot/plug-in.ts';
import { serverNouns } from '#lib/server/nouns.ts';
import { DatabasePool } from './database-pool.ts';
import { SettableClock } from './settable-clock.ts';

export type TestServices = Services & { clock: SettableClock };

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
export const test = base.extend<{ $file: { databases: DatabasePool }; $test: { database: string; services: TestServices } }>({
	databases: [
		async ({}, use) => {
			const databases = new DatabasePool(inject('postgres').url);
			await use(databases);
			await databases.close();
		},
		{ scope: 'file' }
	],
	database: async ({ databases }, use) => {
		const { url, giveBack } = await databases.take(inject('postgres').template);
		await use(url);
		giveBack();
	},
	services: async ({ database }, use) => {
		const services = servicesOn(database);
		await use(services);
		await services.close();
	}
});

export { expect } from 'vitest';
