import { m } from '#lib/i18n/m';
import { expectAccessible } from '../support/accessible.ts';
import { who } from '../support/actors.ts';
import { expect, test } from '../support/stage.ts';

const lv = { locale: 'lv' } as const;

test('the box of the masthead finds as one types, by keyboard alone, and leads to all results when nothing is chosen', async ({ as }) => {
	const { page } = await as(who.officer, lv);
	await page.goto('/meetings/coimbra-2017');
	const box = page.getByRole('banner').locator('input[data-search]');
	const list = page.getByRole('banner').getByRole('listbox');
	const options = list.getByRole('option');
	await expect(async () => {
		// Once it has the focus, a stroke would be a letter in it.
		if (!(await box.evaluate((input) => input === document.activeElement))) await page.keyboard.press('/');
		await expect(box).toHaveRole('combobox', { timeout: 500 });
	}).toPass();
	await expect(box).toHaveAttribute('aria-expanded', 'false');
	await expectAccessible(page);
	await box.pressSequentially('voluntaria');
	await expect(options.filter({ hasText: 'Nuria Alhamar' })).toHaveCount(1);
	await expect(box).toHaveAttribute('aria-expanded', 'true');
	await expect(list.locator('[aria-selected=true]')).toHaveCount(0);
	await expect(options.last()).toHaveText(m.search_everywhere({ text: 'voluntaria' }, lv));
	await expectAccessible(page);

	await page.keyboard.press('Escape');
	await expect(list).toBeHidden();
	await expect(box).toHaveValue('voluntaria');
	await page.keyboard.press('ArrowDown');
	await expect(options.first()).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await expect(options.first()).toHaveAttribute('aria-selected', 'true');
	await expect(box).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? 'none');
	await page.keyboard.press('ArrowUp');
	await expect(list.locator('[aria-selected=true]')).toHaveCount(0);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/search\?q=voluntaria$/);
	await expect(page.getByRole('heading', { level: 1, name: m.search_title({}, lv) })).toBeVisible();
	await expect(list).toHaveCount(0);

	await page.goBack();
	await expect(page).toHaveURL(/coimbra-2017$/);
	await box.fill('granad');
	await expect(options.first()).toContainText('Granada');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/network\/granada$/);
	await expect(box).toHaveValue('');
	await expect(list).toBeHidden();

	await box.fill('Salguerial');
	await options.filter({ hasText: 'Inês Salgueiral' }).first().click();
	await expect(page).toHaveURL(/\/network\/people\/[\da-f-]{36}$/);
	await box.fill('koimbra');
	await expect(options.first()).toBeVisible();
	await page.getByRole('heading', { level: 1 }).click();
	await expect(list).toBeHidden();
});
