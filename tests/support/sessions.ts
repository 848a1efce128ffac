import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import type { Locale } from '#lib/i18n/locales.ts';
import { sessionCookie } from '#lib/server/auth/cookie.ts';
import { startSession } from '#lib/server/auth/session.ts';
import { passwordOf, superuser } from '#lib/server/db/embedded/cluster.ts';
import { findPostmaster } from '#lib/server/db/embedded/postmaster.ts';
import { people } from '#lib/server/db/schema/people.ts';
import { localeCookie } from '#lib/server/kit/preferences.ts';
import { parseConfig } from '#lib/server/platform/config.ts';
import { createServices, type Services } from '#lib/server/services.ts';
import type { RunningServer } from './running-server.ts';

/**
 * Sessions of people of a running product, begun in its database: signing in has tests of its own, and a password is slow
 * to check on purpose.
 */
export class Sessions {
	#server: RunningServer;
	#beside: { url: string; services: Services } | null = null;

	constructor(server: RunningServer) {
		this.#server = server;
	}

	/** Lets somebody's browser in, in the language wished, which becomes their own. */
	async signIn(context: BrowserContext, email: string, language?: Locale): Promise<void> {
		const services = await this.#services();
		const [person] = await services.db.select({ id: people.id }).from(people).where(eq(people.email, email));
		if (!person) throw new Error(`Nobody here has the address ${email}`);
		const { token } = await startSession(services, person.id, 'Test');
		const cookie = { url: this.#server.url, httpOnly: true, sameSite: 'Lax' as const };
		await context.addCookies([{ ...cookie, name: sessionCookie(false), value: token }]);
		if (!language) return;
		await services.db.update(people).set({ locale: language }).where(eq(people.id, person.id));
		await context.addCookies([{ ...cookie, name: localeCookie, value: language }]);
	}

	async close(): Promise<void> {
		await this.#beside?.services.close();
	}

	/** On the database where it runs now: a server that is started again may have it elsewhere. */
	async #services(): Promise<Services> {
		const folder = join(this.#server.dataDir, 'postgres');
		const running = await findPostmaster(folder);
		if (!running) throw new Error('PostgreSQL does not run');
		const url = `postgres://${superuser}:${await passwordOf(folder)}@127.0.0.1:${running.port}/swing`;
		if (this.#beside?.url !== url) {
			await this.close();
			const config = parseConfig({ DATA_DIR: this.#server.dataDir });
			this.#beside = { url, services: createServices({ config, databaseUrl: url, log: pino({ level: 'silent' }) }) };
		}
		return this.#beside.services;
	}
}
