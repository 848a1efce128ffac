import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { expectAccessible } from '../support/accessible.ts';
import { actorOf, who } from '../support/actors.ts';
import { groundOf, leaveMarkdown, leavePost, leaveWords, readEverything } from '../support/ground.ts';
import { mention } from '../support/inbox.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const en = { locale: 'en' } as const;
const readOn = new RegExp(`^${m.desk_read_on({}, en)}`);

test('what waits on the desk waits no longer once it was on screen', async ({ as, server }) => {
	const slug = 'poznan-2018';
	const ground = await groundOf(server);
	for (let n = 0; n < 3; n++) await leavePost(ground.services, slug, who.host, 'posted');
	await ground.close();
	const { page, context } = await as(who.reader, { locale: 'en' });
	await page.goto('/');
	const waiting = (desk: Page) => desk.getByRole('link', { name: readOn }).and(desk.locator(`[href*='${slug}']`));
	await waiting(page).click();
	await page.locator('article[id^="p-"]').last().scrollIntoViewIfNeeded();

	const desk = await context.newPage();
	await expect(async () => {
		await desk.goto('/');
		await expect(waiting(desk)).toHaveCount(0, { timeout: 500 });
	}).toPass();
});

test('what is written where all was read is told on an open desk', async ({ as, server }) => {
	const ground = await groundOf(server);
	await readEverything(ground.services, who.reader);
	const { page } = await as(who.reader, { locale: 'en' });
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toContainText(m.desk_nothing_unread({}, en));
	await leaveWords(ground.services, 'poznan-2018', who.host, 'Somebody begins again');
	await expect(page.getByRole('link', { name: readOn }).and(page.locator(`[href*='poznan-2018']`))).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(m.desk_unread({ count: 1 }, en));
	await ground.close();
});

test('without scripts everything shown can be marked as read', async ({ as }) => {
	const { page } = await as(who.reader, { locale: 'en', javaScript: false });
	await page.goto('/');
	await page.getByRole('button', { name: m.desk_mark_all_read({}, en) }).click();
	await expect(page.locator('h1')).toContainText(m.desk_nothing_unread({}, en));
	await expect(page.getByRole('link', { name: readOn })).toHaveCount(0);
});

test('the nearest meeting and the own city are on the desk', async ({ as }) => {
	const { page } = await as(who.coordinator, { locale: 'lv', width: 390 });
	await page.goto('/');
	await expect(page.getByRole('region', { name: 'Daugavpils' }).getByRole('link')).toHaveAttribute('href', /^\/meetings\//);
	const city = page.getByRole('region', { name: m.desk_your_city({}, { locale: 'lv' }) });
	await expect(city.getByRole('link', { name: 'Daugavpils' })).toHaveAttribute('href', '/network/daugavpils');
	await expect(city.getByText('Vija Tiltakrasta')).toBeVisible();
});

test('what is addressed to somebody stands on their open desk at once and moves nothing under their pointer; done elsewhere it is gone, read it stays', async ({
	as,
	server
}) => {
	const ground = await groundOf(server);
	const ilze = await actorOf(ground.services, who.officer);
	for (const words of ['the oldest of all', 'an older matter'])
		await leaveMarkdown(ground.services, 'nantes-2017', who.host, `${mention(ilze)}: ${words}`);
	const { page } = await as(who.officer, { locale: 'en' });
	await page.goto('/');
	const told = (words: string) =>
		page
			.locator('main li')
			.filter({ has: page.getByRole('link', { name: m.desk_see({}, en) }) })
			.filter({ hasText: words });
	const sentence = page.getByRole('heading', { level: 1 });
	await expect(told('an older matter')).toHaveCount(1);
	const waits = async () => Number(/^\d+/.exec(await sentence.innerText())?.[0]);
	const before = await waits();

	const pointed = told('an older matter').getByRole('heading');
	await pointed.hover();
	const top = () => pointed.evaluate((element) => element.getBoundingClientRect().top);
	const where = await top();
	const elio = await as(who.expert);
	const his = await new ThreadPage(elio.page).open('nantes-2017');
	await his.box.click();
	await expect(his.box).toHaveAttribute('contenteditable', 'true');
	await elio.page.keyboard.type('Please @ilze');
	await expect(elio.page.getByRole('option', { name: /Ilze/ })).toBeVisible();
	await elio.page.keyboard.press('Enter');
	await elio.page.keyboard.type('look at the newest');
	await his.send.click();
	await expect(told('look at the newest')).toHaveCount(1);
	expect(Math.abs((await top()) - where)).toBeLessThan(1);
	await expect(sentence).toContainText(m.desk_waiting({ count: before + 1 }, en));
	await leaveMarkdown(ground.services, 'nantes-2017', who.host, `${mention(ilze)}: and once more`);
	await expect(told('and once more')).toHaveCount(1);
	expect(Math.abs((await top()) - where)).toBeLessThan(1);
	await expectAccessible(page);

	const elsewhere = await as(who.officer, { locale: 'en' });
	await elsewhere.page.goto('/inbox');
	const entry = (words: string) => elsewhere.page.locator('main li').filter({ hasText: words });
	await entry('an older matter').getByRole('button').click();
	await expect(told('an older matter')).toHaveCount(0);
	await expect.poll(waits).toBe(before + 1);
	await entry('look at the newest').getByRole('heading').getByRole('link').click();
	await expect(elsewhere.page).toHaveURL(/#p-\d+$/);
	await elsewhere.page.goto('/inbox');
	await expect(entry('look at the newest')).not.toContainText(m.inbox_new({}, en));
	await expect(told('look at the newest')).toHaveCount(1);
	await expect.poll(waits).toBe(before + 1);
	await ground.close();
});

test('a newcomer is told where to begin, and no more once they know their way', async ({ as }) => {
	const { page } = await as(who.reader, { locale: 'lv', width: 390, javaScript: false });
	await page.goto('/');
	const welcome = page.getByRole('region', { name: m.desk_begin({}, { locale: 'lv' }) });
	await expect(welcome.getByRole('link', { name: m.desk_begin_choose({}, { locale: 'lv' }) })).toHaveAttribute(
		'href',
		'/profile/notices'
	);
	await welcome.getByRole('button').click();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(welcome).toHaveCount(0);
});
