import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { groundOf, leavePost } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';

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

test('without scripts everything shown can be marked as read', async ({ as }) => {
	const { page } = await as(who.local, { locale: 'en', javaScript: false });
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
