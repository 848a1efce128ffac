import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { groundOf, leaveWords } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const lost = /WebSocket|ERR_|Failed to load resource|network/i;

/** A page asks for the key to what it keeps once somebody moves on it; without that nothing can be kept. */
const keyOf = (page: Page) => page.waitForResponse(/draft-key$/, { timeout: 30_000 });

test('who says something without a line in an older window stays there, and is led to it when it is said with one', async ({
	as,
	server
}) => {
	test.slow();
	const slug = 'wolverhampton-2016';
	const ground = await groundOf(server);
	for (let n = 0; n < 230; n++) await leaveWords(ground.services, slug, who.host, `Said before, ${n}`);
	const { page, watch } = await as(who.expert);
	watch.expectsToHear(lost);
	// Whatever stirs the page first has it ask, maybe before all of it is seen.
	const key = keyOf(page);
	await page.goto(`/meetings/${slug}?from=1`);
	const thread = new ThreadPage(page);
	const newest = page.getByRole('link', { name: m.thread_newest({}, { locale: 'en' }) });
	await expect(newest).toBeVisible();
	await page.locator('article .dots').first().click();
	await expect(page.getByRole('menu')).toBeVisible();
	await page.keyboard.press('Escape');
	await key;
	await server.stop();
	await expect(page.getByText(/No connection since/)).toBeVisible({ timeout: 20_000 });
	await thread.write('From far behind');
	await thread.send.click();
	await expect(page.getByText('From far behind')).toHaveCount(1);
	await expect(page.getByText(/kept on this device/)).toBeVisible();
	await thread.holds('');
	await expect(page).toHaveURL(/from=1$/);

	await server.start();
	const said = async () =>
		Number((await ground.services.sql`select count(*) from posts where doc::text like '%From far behind%'`)[0]?.count);
	await expect.poll(said, { timeout: 20_000 }).toBe(1);
	await expect(newest).toBeVisible();
	await thread.write('And from here with a line');
	await thread.send.click();
	await expect(page).toHaveURL(/newest/);
	await expect(thread.post('And from here with a line')).toHaveCount(1);
	await expect(thread.post('From far behind')).toHaveCount(1);
	await ground.close();
});

test('what was written in a tab that was closed is seen in the other, which sends it once when the line is back', async ({
	as,
	server
}) => {
	test.slow();
	const { page, context, watch } = await as(who.expert);
	watch.expectsToHear(lost);
	const staying = await new ThreadPage(page).open('genoa-2016');
	await staying.say('While all is well');
	await expect(staying.post('While all is well').getByRole('link', { name: m.thread_edit({}, { locale: 'en' }) })).toBeVisible();
	const other = await context.newPage();
	const key = keyOf(other);
	const closing = await new ThreadPage(other).open('genoa-2016');
	await closing.box.click();
	await closing.edited(closing.box);
	await key;
	await server.stop();
	await closing.write('Left in the tab that was closed');
	await closing.send.click();
	await expect(closing.page.getByText(/kept on this device/)).toBeVisible({ timeout: 20_000 });
	await closing.page.close();
	await expect(staying.post('Left in the tab that was closed')).toContainText('Waiting to send');
	await server.start();
	const ground = await groundOf(server);
	const said = async () =>
		Number((await ground.services.sql`select count(*) from posts where doc::text like '%Left in the tab%'`)[0]?.count);
	await expect.poll(said, { timeout: 20_000 }).toBe(1);
	await expect(staying.post('Left in the tab that was closed')).toHaveCount(1);
	await expect(staying.post('Left in the tab that was closed')).not.toContainText('Waiting to send');
	await ground.close();
});

test('what may have reached the server is not offered to be changed before its answer, and stands there once', async ({ as, server }) => {
	test.slow();
	const { page, watch } = await as(who.expert);
	watch.expectsToHear(lost);
	let deaf = false;
	await page.routeWebSocket(/\/live/, (ws) => {
		const onwards = ws.connectToServer();
		onwards.onMessage((message) => {
			if (!deaf) return ws.send(message);
			if (!/^43.*"id"/.test(String(message))) return;
			void server.stop().then(() => ws.close());
		});
	});
	const thread = await new ThreadPage(page).open('nantes-2017');
	await thread.say('Heard and answered');
	await expect(thread.post('Heard and answered').getByRole('link', { name: m.thread_edit({}, { locale: 'en' }) })).toBeVisible();
	deaf = true;
	await thread.write('The answer to this one is lost');
	await thread.send.click();
	const one = thread.post('The answer to this one is lost');
	await expect(one).toContainText('Perhaps it is sent already', { timeout: 20_000 });
	await expect(one.getByRole('button', { name: m.thread_edit({}, { locale: 'en' }) })).toHaveCount(0);
	deaf = false;
	await server.start();
	await expect(one.getByRole('link', { name: m.thread_edit({}, { locale: 'en' }) })).toBeVisible({ timeout: 20_000 });
	await expect(one).toHaveCount(1);
	await page.reload();
	await expect(one).toHaveCount(1);
});
