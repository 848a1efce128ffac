import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runServer, type RunningServer } from './running-server.ts';
import { demoPassword, localeOf, seated, type Seat } from './seat.ts';
import { Sessions } from './sessions.ts';
import { onceTakenOver } from './taken-over.ts';
import { watch, type Watch } from './watch.ts';

export interface Installation {
	server: RunningServer;
	sessions: Sessions;
}

export interface Visit {
	page: Page;
	context: BrowserContext;
	watch: Watch;
}

export interface Stage {
	/** A browser of its own for a visitor. */
	visitor(seat?: Seat): Promise<Visit>;
	/** A browser of its own for a person of the demo, signed in, before its first page; by the address of the person. */
	as(email: string, seat?: Seat): Promise<Visit>;
}

export const test = base.extend<Stage, Installation>({
	server: [
		async ({ browserName: _ }, use) => {
			const dataDir = await mkdtemp(join(tmpdir(), 'swing-e2e-'));
			const server = await runServer(join(dataDir, 'data'), { DEMO_PASSWORD: demoPassword });
			await use(server);
			await server.stop();
			await rm(dataDir, { recursive: true, force: true });
		},
		{ scope: 'worker', timeout: 90_000 }
	],

	sessions: [
		async ({ server }, use) => {
			const sessions = new Sessions(server);
			await use(sessions);
			await sessions.close();
		},
		{ scope: 'worker' }
	],

	visitor: async ({ browser, server }, use) => {
		const open: Visit[] = [];
		await use(async (seat = {}) => {
			const context = await browser.newContext(seated(server.url, seat));
			if (seat.javaScript !== false) onceTakenOver(context);
			const visit = { context, watch: watch(context), page: await context.newPage() };
			open.push(visit);
			return visit;
		});
		for (const { context } of open) await context.close();
		const heard = open.flatMap(({ watch: { complaints } }) => complaints);
		if (heard.length > 0) throw new Error(`The browser complained:\n${heard.join('\n')}`);
	},

	as: async ({ visitor, sessions }, use) => {
		await use(async (email, seat) => {
			const visit = await visitor(seat);
			await sessions.signIn(visit.context, email, seat?.locale ?? localeOf(email));
			return visit;
		});
	}
});

export { expect } from '@playwright/test';
