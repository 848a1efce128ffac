import { test as base } from './database.ts';
import { parseConfig } from '#lib/server/config.ts';
import { seedDemo } from '#lib/server/demo/seed.ts';
import type { Mail } from '#lib/server/mail/mailer.ts';
import { servicesOn, type TestServices } from './database.ts';

/** Services of a demo on a database of its own; what it mails lies in `letters`. */
export const test = base.extend<{ letters: Mail[]; demo: TestServices }>({
	letters: async ({ task: _ }, use) => use([]),
	demo: async ({ database, letters }, use) => {
		const services = servicesOn(database, parseConfig({ DEMO: 'on', PUBLIC_URL: 'https://desk.example.org' }));
		services.mailer = { kind: 'mailbox', send: async (mail) => void letters.push(mail), close: () => {} };
		await seedDemo(services);
		await use(services);
		await services.close();
	}
});

export { expect } from 'vitest';
