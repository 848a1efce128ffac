import { expect, type BrowserContext, type Page } from '@playwright/test';

/** How people sit before it: a wide screen, a phone, a laptop at 200 %, and one whose window is low. */
export const seats = [
	{ name: '1280', width: 1280, height: 900, scale: 1 },
	{ name: '390', width: 390, height: 844, scale: 2 },
	{ name: '1280 at 200 %', width: 640, height: 400, scale: 2 },
	{ name: '1280 in a low window', width: 1280, height: 420, scale: 1 }
];

/** Zoomed, a page has fewer pixels of its own. */
export async function seat(context: BrowserContext, page: Page, { width, height, scale }: (typeof seats)[number]): Promise<void> {
	const cdp = await context.newCDPSession(page);
	await cdp.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
}

/**
 * Where the page stands before the eyes: where a message is drawn that was in sight at first. Browsers scroll by themselves
 * where something out of sight grows, so that nothing moves.
 */
export async function standing(page: Page): Promise<() => Promise<number>> {
	const message = await page.evaluateHandle(() => {
		const all = [...document.querySelectorAll('.posts article')];
		const chosen = all.findIndex((one) => one.contains(document.activeElement));
		// What opens below the chosen one moves those below it alone.
		return all.at(chosen > 0 ? chosen - 1 : all.findIndex((one) => one.getBoundingClientRect().bottom > 100))!;
	});
	return () => message.evaluate((one) => Math.round(one.getBoundingClientRect().top));
}

/** Presses where something is drawn, as a hand does: a locator would scroll by itself. */
export async function pressAt(page: Page, selector: string): Promise<void> {
	const at = await page.evaluate((what) => {
		const { left, top, height } = [...document.querySelectorAll(what)].at(-1)!.getBoundingClientRect();
		return { x: left + 40, y: top + height / 2, seen: innerHeight };
	}, selector);
	expect(at.y, `${selector} is in sight`).toBeLessThan(at.seen);
	await page.mouse.click(at.x, at.y);
}

/** Whether this can be pressed where it is drawn: nothing lies over it. */
export function inTheOpen(page: Page, selector: string): Promise<boolean> {
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
