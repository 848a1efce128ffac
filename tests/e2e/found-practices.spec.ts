import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { who } from '../support/actors.ts';
import { expect, test } from '../support/told-stage.ts';

const en = { locale: 'en' } as const;
const counted = (count: number) => m.practices_found_count({ count }, en);

const list = (page: Page) => page.getByRole('region', { name: /practices?$/ });
const titles = (page: Page) => list(page).getByRole('heading', { level: 3 });
const facet = (page: Page, name: RegExp) => page.getByRole('checkbox', { name });

test('choices combine without a reload, and the way back takes them back one by one', async ({ as, brook }) => {
	const { page } = await as(who.officer, en);
	await page.goto(`/practices?tag=${brook}`);
	await expect(list(page).getByRole('heading', { level: 2 })).toHaveText(counted(27));
	await page.evaluate(() => Object.assign(window, { stayed: true }));
	await facet(page, /^Placemaking, 2/).check();
	await expect(list(page).getByRole('heading', { level: 2 })).toHaveText(counted(2));
	await facet(page, /^Developing talent, 1/).check();
	await expect(list(page).getByRole('heading', { level: 2 })).toHaveText(counted(3));
	await facet(page, /^Granada, 2/).check();
	await expect(titles(page)).toHaveText(['Kingfisher evenings', 'Willow bridges']);
	await expect(page).toHaveURL(`/practices?theme=placemaking&theme=developing&city=gr&tag=${brook}`);
	await expect(page.getByRole('status').filter({ hasText: counted(2) })).toBeAttached();
	await expectAccessible(page);

	await page.goBack();
	await expect(list(page).getByRole('heading', { level: 2 })).toHaveText(counted(3));
	await expect(facet(page, /^Granada/)).not.toBeChecked();
	await expect(facet(page, /^Developing talent/)).toBeChecked();
	await page.getByRole('link', { name: m.practices_found_drop({ name: 'Placemaking' }, en) }).click();
	await expect(titles(page)).toHaveText(['Kingfisher evenings']);
	await expect(list(page).getByRole('heading', { level: 2 })).toBeFocused();
	expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
});

test('by keyboard alone one types, chooses, and goes on where the list went on', async ({ as, brook }) => {
	const { page } = await as(who.officer, en);
	await page.goto(`/practices?tag=${brook}`);
	await expect(list(page)).toBeVisible();
	await page.getByRole('link', { name: m.practices_found_more({ count: 3 }, en) }).focus();
	await page.keyboard.press('Enter');
	await expect(titles(page)).toHaveCount(27);
	await expect(titles(page).nth(24).getByRole('link')).toBeFocused();
	await expect(page).toHaveURL(/page=2/);
	await facet(page, /^Daugavpils, 1/).focus();
	await page.keyboard.press('Space');
	await expect(titles(page)).toHaveText(['Otter counting']);
	await expect(facet(page, /^Daugavpils/)).toBeFocused();
	await expect(page).not.toHaveURL(/page=/);
	await page.keyboard.press('Space');
	await expect(titles(page)).toHaveCount(24);
});

test('words keep the choices and the choices keep the words, and nothing found says what is in the way', async ({ as, brook }) => {
	const { page } = await as(who.officer, en);
	await page.goto(`/practices?tag=${brook}`);
	const box = page.getByRole('searchbox', { name: m.practices_found_search({}, en) });
	await box.pressSequentially('kingfihser');
	await expect(titles(page)).toHaveText(['Kingfisher evenings']);
	await expect(box).toBeFocused();
	await expect(box).toHaveValue('kingfihser');
	await facet(page, /^Daugavpils/).check();
	await expect(page.getByText(m.practices_found_nothing({}, en))).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: m.practices_found_drop_words({ name: 'kingfihser' }, en) }).click();
	await expect(titles(page)).toHaveText(['Otter counting']);
	await expect(box).toHaveValue('');
});

test('without scripts, on a phone, the same form asks for the same list', async ({ as, brook }) => {
	const { page } = await as(who.officer, { ...en, javaScript: false, width: 390 });
	await page.goto(`/practices?tag=${brook}&view=table&nothing=here&city=zz`);
	await expect(page.getByText(m.practices_found_ignored({ value: 'zz', name: 'City' }, en))).toBeVisible();
	await expectNoSideways(page);
	await page.goto(`/practices?tag=${brook}`);
	await page.getByText(m.practices_found_filter_chosen({ count: 1 }, en)).click();
	await facet(page, /^Granada/).check();
	await page.getByRole('button', { name: m.practices_found_filter_do({}, en) }).click();
	await expect(titles(page)).toHaveText(['Kingfisher evenings', 'Willow bridges']);
	await expect(page).toHaveURL(/city=gr/);
	await expectNoSideways(page);
	await page.goto(`/practices?tag=${brook}`);
	await page.getByRole('link', { name: m.practices_found_more({ count: 3 }, en) }).click();
	await expect(titles(page)).toHaveCount(27);
});

test('a selection leaves as a file, and nobody outside gets one', async ({ as, visitor, brook }) => {
	const { page } = await as(who.officer, en);
	await page.goto(`/practices?tag=${brook}&city=gr`);
	const leaving = page.waitForEvent('download');
	await page.getByRole('link', { name: 'CSV' }).click();
	expect((await leaving).suggestedFilename()).toBe('practices.csv');
	const similar = await page.request.get('/practices/similar?title=Willow%20bridge');
	expect(await similar.json()).toEqual([
		{ href: expect.stringContaining('/practices/willow-bridges-') as unknown, title: 'Willow bridges', city: 'gr', lang: 'en' }
	]);
	const { page: outside } = await visitor(en);
	for (const path of ['/practices/export?as=json', '/practices/similar?title=Willow']) {
		const answer = await outside.request.get(path, { maxRedirects: 0 });
		expect([303, 401, 403]).toContain(answer.status());
		expect(await answer.text()).not.toContain('Willow');
	}
});
