import { chromium, type BrowserContextOptions, type Page } from '@playwright/test';
import { chromiumArgs, ensureChromium } from '../../scripts/chromium.mjs';
import type { Build } from './build.ts';
import type { BenchDatabase } from './database.ts';
import { tokenOf } from './seed/names.ts';
import type { ServerProcess } from './server-process.ts';

/** A page of the built product in Chromium, signed in as this person, while `work` measures. */
export async function inBrowser<Result>(
	build: Build,
	{ url }: BenchDatabase,
	{ person, ...options }: BrowserContextOptions & { person: number },
	work: (page: Page, server: ServerProcess, browser: number | null) => Promise<Result>
): Promise<Result> {
	const server = await build.start(url);
	const running = await chromium.launchServer({ executablePath: ensureChromium(), args: chromiumArgs });
	try {
		const browser = await chromium.connect(running.wsEndpoint());
		const context = await browser.newContext({ baseURL: server.url.href, ...options });
		await context.addCookies([{ name: 'swing', value: tokenOf(person), url: server.url.href }]);
		return await work(await context.newPage(), server, running.process().pid ?? null);
	} finally {
		await running.close();
		await server.stop();
	}
}
