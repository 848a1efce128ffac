import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const en = { locale: 'en' } as const;
const lost = /WebSocket|ERR_|Failed to load resource|Failed to fetch|network/i;
const meeting = '/meetings/nantes-2017';

/** Goes on once the browser keeps the page that is shown, as it does of itself after a moment of looking. */
async function kept(page: Page, path: string): Promise<void> {
	await page.mouse.move(200, 200);
	await page.mouse.move(210, 210);
	await expect.poll(() => page.evaluate(async (url) => Boolean(await caches.match(url)), path)).toBe(true);
}

test('what was read opens without a line with what was read, and what one writes there leaves once the line is back', async ({ as }) => {
	test.slow();
	const { page, context, watch } = await as(who.expert, { keepsPages: true });
	watch.expectsToHear(lost);
	const thread = await new ThreadPage(page).open('nantes-2017');
	await thread.say('Read before the tunnel');
	await kept(page, meeting);
	await page.getByRole('link', { name: m.shell_meetings({}, en), exact: true }).click();
	await kept(page, '/meetings');
	await kept(page, '/offline');

	await context.setOffline(true);
	await thread.open('nantes-2017');
	await expect(page.getByText(/this page is as of/)).toBeVisible();
	await expect(thread.post('Read before the tunnel')).toBeVisible();
	await thread.write('Written in the tunnel');
	await thread.send.click();
	await expect(thread.post('Written in the tunnel')).toContainText(m.thread_waiting_to_send({}, en));
	await page.getByRole('link', { name: m.shell_network({}, en), exact: true }).click();
	await expect(page.getByRole('heading', { name: m.offline_title({}, en) })).toBeVisible();
	await page
		.getByRole('main')
		.getByRole('link', { name: /Nantes/ })
		.click();
	await expect(thread.post('Written in the tunnel')).toContainText(m.thread_waiting_to_send({}, en));

	await context.setOffline(false);
	await expect(thread.post('Written in the tunnel')).toHaveId(/^p-\d+$/);
	await expect(page.getByText(/this page is as of/)).toHaveCount(0);
	await page.reload();
	await expect(thread.post('Written in the tunnel')).toHaveCount(1);
});
