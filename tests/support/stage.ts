import { test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runServer, type RunningServer } from './running-server.ts';
import { watch, type Watch } from './watch.ts';

export const demoPassword = 'a long word for the demo';

export interface Installation {
	server: RunningServer;
}

/** How somebody sits at the desk: a phone or a wide screen, dark or light, with or without scripts. */
export interface Seat {
	locale?: 'en' | 'lv';
	width?: number;
	theme?: 'light' | 'dark';
	javaScript?: boolean;
}

export interface Visit {
	page: Page;
	context: BrowserContext;
	watch: Watch;
}

export interface Stage {
	/** A browser of its own for a visitor. */
	visitor(seat?: Seat): Promise<Visit>;
	/** A browser of its own for a person of the demo, signed in; by the address of the person. */
	as(email: string, seat?: Seat): Promise<Visit>;
}

function contextOptions(url: string, { locale = 'en', width = 1280, theme = 'light', javaScript = true }: Seat): BrowserContextOptions {
	const phone = width < 700;
	return {
		baseURL: url,
		locale: locale === 'lv' ? 'lv-LV' : 'en-GB',
		timezoneId: 'Europe/Riga',
		colorScheme: theme,
		viewport: { width, height: phone ? 844 : 900 },
		hasTouch: phone,
		javaScriptEnabled: javaScript,
		reducedMotion: 'reduce'
	};
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

	visitor: async ({ browser, server }, use) => {
		const open: Visit[] = [];
		await use(async (seat = {}) => {
			const context = await browser.newContext(contextOptions(server.url, seat));
			const visit = { context, watch: watch(context), page: await context.newPage() };
			open.push(visit);
			return visit;
		});
		for (const { context } of open) await context.close();
		const heard = open.flatMap(({ watch: { complaints } }) => complaints);
		if (heard.length > 0) throw new Error(`The browser complained:\n${heard.join('\n')}`);
	},

	as: async ({ visitor }, use) => {
		await use(async (email, seat) => {
			const visit = await visitor(seat);
			await signIn(visit.page, email);
			return visit;
		});
	}
});

export { expect } from '@playwright/test';

/** Signs in through the form, as people do. */
export async function signIn(page: Page, email: string, password = demoPassword): Promise<void> {
	await page.goto('/signin');
	await page.locator('input[name="email"]').fill(email);
	await page.locator('input[name="password"]').fill(password);
	await page.locator('form:has(input[name="password"]) button[type="submit"]').click();
	await page.waitForURL((url) => url.pathname !== '/signin');
}
