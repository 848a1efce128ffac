import type { BrowserContext, Page } from '@playwright/test';
import { who } from '../support/actors.ts';
import { groundOf, leaveWords, readEverything } from '../support/ground.ts';
import type { RunningServer } from '../support/running-server.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'wolverhampton-2016';
const en = { locale: 'en' } as const;

/** How people sit before it: a wide screen, a phone, a laptop at 200 %, and one whose window is low. */
const seats = [
	{ name: '1280', width: 1280, height: 900, scale: 1 },
	{ name: '390', width: 390, height: 844, scale: 2 },
	{ name: '1280 at 200 %', width: 640, height: 400, scale: 2 },
	{ name: '1280 in a low window', width: 1280, height: 420, scale: 1 }
];

async function unreadWords(server: RunningServer, count: number): Promise<void> {
	const { services, close } = await groundOf(server);
	await readEverything(services, who.expert);
	for (let n = 0; n < count; n += 1) await leaveWords(services, slug, who.host, `Still ${n}. A sentence more, so that a line is filled.`);
	await close();
}

/** Zoomed, a page has fewer pixels of its own. */
async function seat(context: BrowserContext, page: Page, { width, height, scale }: (typeof seats)[number]): Promise<void> {
	const cdp = await context.newCDPSession(page);
	await cdp.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
}

const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));

/** Presses where something is drawn, as a hand does: a locator would scroll by itself. */
async function pressAt(page: Page, selector: string): Promise<void> {
	const at = await page.evaluate((what) => {
		const { left, top, height } = [...document.querySelectorAll(what)].at(-1)!.getBoundingClientRect();
		return { x: left + 40, y: top + height / 2, seen: innerHeight };
	}, selector);
	expect(at.y, `${selector} is in sight`).toBeLessThan(at.seen);
	await page.mouse.click(at.x, at.y);
}

/** Whether this can be pressed where it is drawn: nothing lies over it. */
function inTheOpen(page: Page, selector: string): Promise<boolean> {
	return page.evaluate((what) => {
		const found = [...document.querySelectorAll(what)].at(-1)!;
		const { left, right, top, bottom } = found.getBoundingClientRect();
		const corners = [
			[left + 4, top + 4],
			[right - 4, bottom - 4]
		] as const;
		return corners.every(([x, y]) => found.contains(document.elementFromPoint(x, y)));
	}, selector);
}

test('the page stands still while one writes, wherever one stands, before the editor is there and in it', async ({ as, server }) => {
	test.slow();
	await unreadWords(server, 25);
	const { page, context } = await as(who.expert, en);
	const thread = new ThreadPage(page);
	for (const one of seats) {
		await seat(context, page, one);
		for (const plain of [true, false]) {
			await thread.open(slug);
			// The editor is still on its way.
			if (plain) await page.route(/\.js$/, () => {});
			for (const from of [0, 400, 100_000]) {
				await page.evaluate((y) => scrollTo(0, y), from);
				const before = await scrolled(page);
				await pressAt(page, '.foot form :is(textarea, [contenteditable])');
				if (!plain) await thread.edited(thread.box);
				await page.keyboard.type('Two words');
				for (const key of ['Enter', 'Enter', 'ArrowUp', 'ArrowDown', 'End', 'Home']) await page.keyboard.press(key);
				for (let line = 0; line < 20; line += 1) await page.keyboard.press('Enter');
				await page.keyboard.type('and the last.');
				await thread.holds('and the last.');
				expect(await scrolled(page), `${one.name}, ${plain ? 'plain' : 'editor'}, from ${from}`).toBe(before);
				expect(await inTheOpen(page, '.foot form [type="submit"]'), `Send, ${one.name} from ${from}`).toBe(true);
				await page.keyboard.press('ControlOrMeta+a');
				await page.keyboard.press('Delete');
			}
			await page.unrouteAll({ behavior: 'ignoreErrors' });
		}
	}
});
