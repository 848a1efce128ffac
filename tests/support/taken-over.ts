import type { BrowserContext, Page } from '@playwright/test';

/** SvelteKit's own place for announcements: it stands there from the moment at which a page's program has taken it over. */
export const sign = '#svelte-announcer';

/**
 * Who opens or reloads a page of the product in this context goes on when its program has taken it over, as hardly anybody
 * is faster: keys that fall into that very moment would hit what the browser and the program both hold. What may be done
 * earlier has tests of its own, which say how far they wait (`waitUntil`).
 */
export function onceTakenOver(context: BrowserContext): void {
	context.on('page', (page) => {
		const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
		page.goto = async (url, options) => {
			const answer = await goto(url, options);
			if (!options?.waitUntil) await takenOver(page);
			return answer;
		};
		page.reload = async (options) => {
			const answer = await reload(options);
			if (!options?.waitUntil) await takenOver(page);
			return answer;
		};
	});
}

async function takenOver(page: Page): Promise<void> {
	const ours = await page.locator('body[data-sveltekit-preload-data]').count();
	if (ours > 0) await page.locator(sign).waitFor({ state: 'attached' });
}
