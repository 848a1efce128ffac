import { parseConfig } from '#lib/server/platform/config.ts';
import { emailTemplates } from '#lib/server/mail/template.ts';
import { collecting, type Collected } from './collecting.ts';
import { inject } from 'vitest';
import { test as base, servicesOn, type TestServices } from './database.ts';

/** Services of a demo on a database of its own; what it mails lies in `emails` (at the latest after `mail.sendDue`). */
export const test = base.extend<{ emails: Collected[]; demo: TestServices }>({
	emails: async ({ task: _ }, use) => use([]),
	demo: async ({ databases, emails }, use) => {
		const { url, giveBack } = await databases.take(inject('postgres').demo);
		const config = parseConfig({ DEMO: 'on', PUBLIC_URL: 'https://desk.example.org' });
		const services = servicesOn(url, config, [collecting(emails)]);
		services.mail.start(services, emailTemplates.get());
		await use(services);
		await services.close();
		giveBack();
	}
});

export { expect } from 'vitest';
