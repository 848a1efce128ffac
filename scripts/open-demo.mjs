import { chromium } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runServer } from '../tests/support/running-server.ts';
import { comeIn, demoPassword, seated } from '../tests/support/seat.ts';
import { chromiumArgs, ensureChromium } from './chromium.mjs';

/** A fresh demo of the built product with a browser before it, for pictures and measurements. */
export async function openDemo() {
	const folder = await mkdtemp(join(tmpdir(), 'swing-demo-'));
	const server = await runServer(join(folder, 'data'), { DEMO_PASSWORD: demoPassword });
	const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
	return {
		url: server.url,
		browser,
		/**
		 * A context in which this person is signed in; a visitor's when nobody is named.
		 * @param {import('../tests/support/seat.ts').Seat} seat
		 * @param {string} [email]
		 */
		async context(seat, email) {
			const context = await browser.newContext(seated(server.url, seat));
			if (email) {
				const page = await context.newPage();
				await comeIn(page, server.url, email, seat.locale);
				await page.close();
			}
			return context;
		},
		async close() {
			await browser.close();
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		}
	};
}
