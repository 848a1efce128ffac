import { parseConfig } from '#lib/server/platform/config.ts';
import { letters as writers } from '#lib/server/boot/emails.ts';
import { collecting, type Collected } from './collecting.ts';
import { inject } from 'vitest';
import { test as base, servicesOn, type TestServices } from './database.ts';

/** Services of a demo on a database of its own; what it mails lies in `letters` (at the latest after `mail.sendDue`). */
export const test = base.extend<{ letters: Collected[]; demo: TestServices }>({
	letters: async ({ task: _ }, use) => use([]),
	demo: async ({ databases, letters }, use) => {
		const { url, giveBack } = await databases.take(inject('postgres').demo);
		const config = parseConfig({ DEMO: 'on', PUBLIC_URL: 'https://desk.example.org' });
		const services = servicesOn(url, config, [collecting(letters)]);
		services.mail.start(services, writers);
		await use(services);
		await services.close();
		giveBack();
	}
});

export { expect } from 'vitest';
