import { email } from '#lib/model/mail/email.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { mails } from '#lib/server/db/schema/mail.ts';
import type { EmailTemplates } from '#lib/server/mail/template.ts';
import { test as base, servicesOn, type TestServices } from './database.ts';
import { mailServer, type MailServer, type Ways } from './mail-server.ts';

export const config = (SMTP_URL: string) =>
	parseConfig({ DEMO: 'off', PUBLIC_URL: 'https://desk.example.org', SMTP_URL, MAIL_FROM: 'Swing <swing@desk.example.org>' });

/** An email whose words are the mail's secret, to its address. */
export const templates: EmailTemplates = {
	invitation: {
		called: () => 'uzaicinājums',
		render: async (_, { secret, address }) => ({
			to: { name: 'Some Body', address: address ?? '' },
			email: email({
				lang: 'lv',
				subject: 'Uzaicinājums',
				by: 'Ilze Ozolkalne',
				parts: [{ is: 'words', words: secret ?? '' }],
				thread: 'meeting-1',
				unsubscribe: 'https://desk.example.org/u/1'
			})
		})
	}
};

export const queue = (services: TestServices, address: string, secret = 'words') =>
	services.mail.queue(services.db, { kind: 'invitation', address, secret });
/** What became of each email, the first one first. */
export const states = async ({ db }: TestServices) =>
	(await db.select().from(mails).orderBy(mails.createdAt)).map(({ state, attempts, unsure, answer }) => ({
		state,
		attempts,
		unsure,
		answer
	}));

/** A mail server, and processes that mail by it. */
export interface MailSetup {
	/** A mail server; closed at the end. */
	open(ways?: Ways): Promise<MailServer>;
	/** A process that sends by the mail server at this address; closed at the end. */
	sender(url: string, by?: EmailTemplates): TestServices;
}

/** A test that sends emails over real lines. */
export const test = base.extend<{ mailSetup: MailSetup }>({
	mailSetup: async ({ database }, use) => {
		const servers: MailServer[] = [];
		const processes: TestServices[] = [];
		await use({
			async open(ways) {
				const server = await mailServer(ways);
				servers.push(server);
				return server;
			},
			sender(url, by = templates) {
				const services = servicesOn(database, config(url));
				services.mail.start(services, by);
				processes.push(services);
				return services;
			}
		});
		for (const services of processes) await services.close();
		for (const server of servers) await server.close();
	}
});

export { expect } from 'vitest';
