import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const en = { locale: 'en' } as const;

/** Opens a page whose scripts are still on their way, until they are let through. */
async function withoutScriptsYet(page: Page, path: string): Promise<() => void> {
	const scripts = Promise.withResolvers<void>();
	await page.route(/\.js$/, async (route) => {
		await scripts.promise;
		await route.continue();
	});
	await page.goto(path, { waitUntil: 'commit' });
	return scripts.resolve;
}

test('the language of a message that was chosen before the script came is the one it is sent in', async ({ as }) => {
	const { page } = await as(who.expert, en);
	const letThrough = await withoutScriptsYet(page, '/meetings/nantes-2017');
	const thread = new ThreadPage(page);
	const language = page.getByRole('combobox', { name: m.text_language({}, en) });
	await thread.box.fill('Zaczęte, zanim przyszedł skrypt');
	await language.selectOption('pl');
	letThrough();
	await expect(page.locator('[contenteditable="true"]')).toBeVisible();
	await expect(language).toHaveValue('pl');
	await thread.holds('Zaczęte, zanim przyszedł skrypt');
	await thread.send.click();
	await expect(thread.post('zanim przyszedł').locator('[lang="pl"]')).toHaveText('Zaczęte, zanim przyszedł skrypt');
});

test('what was filled in and chosen on the profile before the script came is saved', async ({ as }) => {
	const { page } = await as('agne.rudeniute@klaipeda.example', en);
	const letThrough = await withoutScriptsYet(page, '/profile');
	const [name, theme, zone] = [
		page.getByLabel(m.people_name({}, en), { exact: true }),
		page.getByRole('combobox', { name: m.people_theme({}, en) }),
		page.getByLabel(m.people_time_zone({}, en))
	];
	await name.fill('Begun Early');
	await theme.selectOption('dark');
	await zone.selectOption('Atlantic/Azores');
	letThrough();
	await expect(async () => {
		await page.keyboard.press('ControlOrMeta+k');
		await expect(page.getByRole('dialog')).toBeVisible({ timeout: 500 });
	}).toPass();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	expect([await name.inputValue(), await theme.inputValue(), await zone.inputValue()]).toEqual([
		'Begun Early',
		'dark',
		'Atlantic/Azores'
	]);
	await page.getByRole('button', { name: m.people_save({}, en), exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Begun Early');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(zone).toHaveValue('Atlantic/Azores');
});
