import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { groundOf } from '../support/ground.ts';
import { comeIn, demoPassword } from '../support/seat.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const words = 'Written by Elio while the line was down';

async function lifecycle(page: Page, state: 'frozen' | 'active'): Promise<void> {
	const protocol = await page.context().newCDPSession(page);
	await protocol.send('Page.setWebLifecycleState', { state });
}

test('what somebody wrote offline never goes out as another’s who came to the same browser, and waits for them', async ({ as, server }) => {
	test.slow();
	const { page, context, watch } = await as(who.expert);
	watch.expectsToHear(/WebSocket|ERR_|Failed to load resource|network/i);
	const his = await new ThreadPage(page).open('genoa-2016');
	await his.say('Said while all was well');
	await server.stop();
	await his.write(words);
	await his.send.click();
	await expect(his.post(words)).toHaveCount(1);
	await his.write('Half a thought of Elio’s');
	await his.holds('Half a thought of Elio’s');
	await lifecycle(page, 'frozen');
	await server.start();

	const other = await context.newPage();
	await other.request.post('/signin?/password', { form: { email: who.officer, password: demoPassword }, headers: { origin: server.url, accept: 'text/html' }, maxRedirects: 0 });
	await lifecycle(page, 'active');
	const hers = new ThreadPage(page, 'lv');
	await expect(hers.box).toBeVisible({ timeout: 20_000 });
	await expect(page.getByRole('heading', { name: m.thread_title({}, { locale: 'lv' }) })).toBeVisible();
	await hers.holds('');
	await hers.say('Ilzes pašas vārdi');
	await expect(page.getByText(words)).toHaveCount(0);

	const ground = await groundOf(server);
	const authors = () => ground.services.sql`select email from posts join people on people.id = author_id where doc::text like ${`%${words}%`}`;
	expect(await authors()).toEqual([]);
	await comeIn(other, server.url, who.expert);
	await expect.poll(authors, { timeout: 20_000 }).toEqual([{ email: who.expert }]);
	await ground.close();
});
