import { test as base } from './database.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { seedDemo } from '#lib/server/demo/seed.ts';
import { emailTemplatesOf } from '#lib/server/boot/plug-in.ts';
import { serverNouns } from '#lib/server/nouns.ts';
import { collecting, type Collected } from './collecting.ts';
import { servicesOn, type TestServices } from './database.ts';

/** Services of a demo on a database of its own; what it mails lies in `emails` (at the latest after `mail.sendDue`). */
export const test = base.extend<{ emails: Collected[]; demo: TestServices }>({
	emails: async ({ task: _ }, use) => use([]),
	demo: async ({ database, emails }, use) => {
		const config = parseConfig({ DEMO: 'on', PUBLIC_URL: 'https://desk.example.org' });
		const services = servicesOn(database, config, [collecting(emails)]);
		services.mail.start(services, emailTemplatesOf(serverNouns));
		await seedDemo(services);
		await use(services);
		await services.close();
	}
});

export { expect } from 'vitest';
