import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { expect, test } from '../support/stage.ts';

const en = { locale: 'en' } as const;
const lv = { locale: 'lv' } as const;

test('without scripts a visitor chooses the language, and stays on the page', async ({ visitor }) => {
	const { page } = await visitor({ javaScript: false, width: 390 });
	await page.goto('/about');
	await page.getByRole('button', { name: m.shell_language({}, en) }).click();
	await page.getByRole('button', { name: 'Latviešu' }).click();
	await expect(page).toHaveURL(/\/about$/);
	await expect(page.locator('html')).toHaveAttribute('lang', 'lv');
	await expect(page.locator('h1')).toHaveText(m.pages_about_title({}, lv));
});

test('light or dark is chosen in place, and is there again in the next browser', async ({ as }) => {
	const { page } = await as(who.host, { locale: 'en' });
	await page.goto('/inbox');
	const html = page.locator('html');
	await expect(html).not.toHaveAttribute('data-theme');
	await page.locator('header button[popovertarget]').last().click();
	await page.getByRole('button', { name: m.shell_theme_dark({}, en), exact: true }).click();
	await expect(html).toHaveAttribute('data-theme', 'dark');
	await expect(page).toHaveURL(/\/inbox$/);

	const elsewhere = await as(who.host, { locale: 'en', javaScript: false });
	await elsewhere.page.goto('/plans');
	await expect(elsewhere.page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the marks of the cities come from the database and stay in the cache', async ({ visitor }) => {
	const { page } = await visitor();
	await page.goto('/about');
	const href = await page.locator('link[href^="/cities.css"]').getAttribute('href');
	const sheet = await page.request.get(href ?? '');
	expect(sheet.headers()['content-type']).toContain('text/css');
	expect(sheet.headers()['cache-control']).toContain('immutable');
	const mark = page.locator('main [data-city="da"]').first();
	await expect(mark).toHaveCSS('background-color', 'rgb(175, 69, 43)');
});
