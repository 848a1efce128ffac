import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Nothing that axe can find is wrong with the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await axe(page)
		.options({
			rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } },
			resultTypes: ['violations']
		})
		.analyze();
	const found: string[] = [];
	for (const { id, nodes } of violations) {
		for (const { target, failureSummary } of nodes) {
			const selector = target.join(' ');
			if (id === 'target-size' && !(await isSmallInTheMiddle(page, selector))) continue;
			found.push(`${id}: ${selector} ${failureSummary}`);
		}
	}
	expect(found, new URL(page.url()).pathname).toEqual([]);
}

/** In the page itself: what it is about is no frame of somebody else's, for which axe would open a page of its own each time. */
function axe(page: Page): AxeBuilder {
	return new AxeBuilder({ page }).setLegacyMode();
}

/** A target that is half behind a bar which sticks to the screen is judged where one would press it: scrolled to the middle. */
async function isSmallInTheMiddle(page: Page, selector: string): Promise<boolean> {
	const { x, y } = await page.evaluate(() => ({ x: scrollX, y: scrollY }));
	await page.locator(selector).evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
	const { violations } = await axe(page).include(selector).withRules(['target-size']).analyze();
	await page.evaluate(([left, top]) => scrollTo({ left, top, behavior: 'instant' }), [x, y] as const);
	return violations.length > 0;
}

/** The page does not scroll sideways. */
export async function expectNoSideways(page: Page): Promise<void> {
	const { scroll, width } = await page.evaluate(() => ({
		scroll: document.documentElement.scrollWidth,
		width: document.documentElement.clientWidth
	}));
	expect(scroll, `${new URL(page.url()).pathname} at ${width} px`).toBeLessThanOrEqual(width);
}
