import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { who } from '../support/actors.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const en = { locale: 'en' } as const;
const lv = { locale: 'lv' } as const;

/** What is found by these words, asked anew until the index has heard. */
async function finds(page: Page, words: string, count: number): Promise<void> {
	await expect(async () => {
		await page.goto(`/search?${new URLSearchParams({ q: words })}`);
		await expect(page.locator('main ol > li')).toHaveCount(count, { timeout: 500 });
	}).toPass();
}

test('what one says the other finds, by its new words when it was changed, and no longer when it was hidden', async ({ as }) => {
	test.slow();
	const [author, reader, lead] = [await as(who.host, en), await as(who.officer, lv), await as(who.lead, en)];
	const [own, leads] = [new ThreadPage(author.page), new ThreadPage(lead.page)];
	await own.open('genoa-2016');
	await own.say('The carousel opens beside the aquarium.');
	await finds(reader.page, 'carousels', 1);
	await expect(reader.page.locator('mark')).toHaveText('carousel');
	await own.change('carousel', 'The merryground opens beside the aquarium.');
	await finds(reader.page, 'carousels', 0);
	await finds(reader.page, 'merrygruond', 1);
	await reader.page.getByRole('link', { name: 'The merryground opens' }).click();
	await expect(new ThreadPage(reader.page, 'lv').post('merryground')).toBeInViewport();

	await leads.open('genoa-2016');
	await leads.hide('merryground', 'Not for here');
	await reader.page.goto('/search?q=merryground');
	await expect(reader.page.locator('main ol > li')).toHaveCount(0);
	expect(await reader.page.content()).not.toContain('aquarium');
	for (const path of ['/search?q=merryground', '/search?q=aquarium', '/search?q=kind%3Apost+from%3AIn%C3%AAs'])
		expect(await (await reader.page.request.get(path, { headers: { accept: 'application/json' } })).text()).not.toContain(
			'merryground opens'
		);
});

test('as one types the results follow, the address too, and the controls say the same as the box', async ({ as }) => {
	const { page } = await as(who.officer, en);
	await page.goto('/');
	await expect(async () => {
		await page.keyboard.press('/');
		await expect(page.locator('header input[data-search]')).toBeFocused({ timeout: 500 });
	}).toPass();
	await page.keyboard.type('specialisation');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/search\?q=specialisation$/);
	const box = page.getByRole('searchbox', { name: m.search_box({}, en) });
	await expect(box).toHaveValue('specialisation');
	await expect(page.locator('main ol > li')).not.toHaveCount(0);
	await expectAccessible(page);

	await box.press('End');
	await box.pressSequentially(' city:Coimbra');
	await expect(page).toHaveURL(/q=specialisation\+city%3ACoimbra$/);
	await expect(page.getByLabel(m.search_city({}, en), { exact: true })).toHaveValue('Coimbra');
	await expect(page.locator('main ol > li')).toHaveCount(1);
	await expect(page.locator('[aria-live]').filter({ hasText: m.search_found({ count: 1 }, en) })).toHaveCount(1);

	await page.getByLabel(m.search_kind_meetings({}, en)).check();
	await expect(box).toHaveValue('specialisation kind:meeting city:Coimbra');
	await expect(page).toHaveURL(/kind%3Ameeting/);
	await page.reload();
	await expect(page.getByLabel(m.search_kind_meetings({}, en))).toBeChecked();
	await expect(page.locator('main ol > li')).toHaveCount(1);
	await page.locator('main ol a').click();
	await expect(page).toHaveURL(/\/meetings\/coimbra-2017$/);
	await page.goBack();
	await expect(box).toHaveValue('specialisation kind:meeting city:Coimbra');
});

test('the palette leads everywhere by keyboard alone', async ({ as }) => {
	const { page } = await as(who.officer, en);
	await page.goto('/meetings/coimbra-2017');
	const box = page.getByRole('combobox', { name: m.search_palette({}, en) });
	await expect(async () => {
		await page.keyboard.press('Control+k');
		await expect(box).toBeFocused({ timeout: 1000 });
	}).toPass();
	await page.keyboard.type('network');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/network$/);
	await page.keyboard.press('Control+k');
	await expect(box).toBeFocused();
	const options = page.getByRole('option');
	await expect(options.first()).toContainText('Coimbra');
	await expect(options.first()).toHaveAttribute('aria-selected', 'true');
	await expectAccessible(page);

	await box.fill('granada');
	await expect(options.first()).toContainText('Granada');
	await expectAccessible(page);
	await page.keyboard.press('ArrowDown');
	await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
	await expect(box).toHaveAttribute('aria-activedescendant', (await options.nth(1).getAttribute('id')) ?? 'none');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/network\/granada$/);
	await expect(box).toBeHidden();

	await page.keyboard.press('Meta+k');
	await box.fill('merged voluntaria');
	await expect(page.getByRole('status').filter({ hasText: /0/ })).toHaveCount(1);
	await box.fill('voluntaria');
	await expect(options.filter({ hasText: 'Nuria Alhamar' })).toHaveCount(1);
	await page.keyboard.press('Escape');
	await expect(box).toBeHidden();
	await page.keyboard.press('Control+k');
	await box.fill('nuria');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/network\/people\/[\da-f-]{36}$/);
});

test('without scripts the box and the filters work as forms, in Latvian', async ({ as }) => {
	const { page } = await as(who.officer, { ...lv, javaScript: false });
	await page.goto('/');
	await page.getByRole('searchbox').fill('plānus');
	await page.keyboard.press('Enter');
	await expect(page.locator('main mark').first()).toHaveText(/plān/);
	await page.getByLabel(m.search_kind_meetings({}, lv)).check();
	await page.getByLabel(m.search_city({}, lv), { exact: true }).selectOption('Koimbra');
	await page.getByRole('button', { name: m.search_filter({}, lv) }).click();
	await expect(page).toHaveURL((url) => url.searchParams.get('q') === 'plānus veids:sanāksme pilsēta:Koimbra');
	await expect(page.locator('main ol > li')).toHaveCount(1);
	await expect(page.getByRole('searchbox')).toHaveValue('plānus veids:sanāksme pilsēta:Koimbra');
});

test('on a phone the sign of the search leads to its page; nothing is found in words that help', async ({ as }) => {
	const { page } = await as(who.officer, { ...lv, width: 390 });
	await page.goto('/meetings/coimbra-2017');
	await page.getByRole('link', { name: m.shell_search({}, lv) }).click();
	await expect(page).toHaveURL(/\/search$/);
	const box = page.getByRole('searchbox', { name: m.search_box({}, lv) });
	await expect(box).toBeFocused();
	await box.fill('zzyzx veids:ziņa');
	await expect(page.getByRole('heading', { name: m.search_none({ text: 'zzyzx veids:ziņa' }, lv) })).toBeVisible();
	await page.getByText(m.search_filters({}, lv), { exact: true }).click();
	await expect(page.getByLabel(m.search_kind_posts({}, lv))).toBeChecked();
	await expectAccessible(page);
	await expectNoSideways(page);
	await page.getByRole('link', { name: m.search_none_unfiltered({ words: 'zzyzx' }, lv) }).click();
	await expect(box).toHaveValue('zzyzx');
});

test('people, meetings and cities are found by name, with typing errors, and in other languages', async ({ as }) => {
	const { page } = await as(who.officer, en);
	for (const [words, found] of [
		['Salguerial', 'Inês Salgueiral'],
		['Granāda', 'Granada'],
		['tiešsaistes sanāksme', 'What became of the plans'],
		['Koimbrā', 'Coimbra']
	] as const) {
		await page.goto(`/search?${new URLSearchParams({ q: words })}`);
		await expect(page.locator('main ol').getByText(found, { exact: false }).first(), words).toBeVisible();
	}
});

test('rubbish is answered in words, and who asks too often is told how long to wait', async ({ as }) => {
	const { page, watch } = await as(who.reader, en);
	for (const q of ['"'.repeat(3000), "'".repeat(3000), '\u202e', 'a & b | !c <->', '%F0%9F', 'the of and', '-', 'kind:kind:kind']) {
		for (const accept of ['text/html', 'application/json']) {
			const answer = await page.request.get(`/search?q=${encodeURIComponent(q)}&page=-1&most=x`, { headers: { accept } });
			expect(answer.status(), q.slice(0, 20)).toBe(200);
		}
	}
	// An address that no text can come from is no page.
	for (const q of ['%00', '%F0%9F', '%F0%9F%00&controls&kind=x&lang=x&after=x'])
		expect((await page.request.get(`/search?q=${q}`)).status(), q).toBeLessThan(500);
	// In waves, because a slow machine answers no hundred at once in time.
	const tooMany = async () =>
		(
			await Promise.all(
				Array.from({ length: 20 }, () => page.request.get('/search?q=plan', { headers: { accept: 'application/json' } }))
			)
		).filter((answer) => !answer.ok());
	let refused = await tooMany();
	for (let wave = 1; wave < 10 && refused.length === 0; wave += 1) refused = await tooMany();
	expect(refused.length).toBeGreaterThan(0);
	for (const answer of refused) {
		expect(answer.status()).toBe(429);
		expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
		expect(Number(answer.headers()['retry-after'])).toBeLessThanOrEqual(20);
	}
	watch.expectsToHear(/status of 429/);
	const told = await page.goto('/search?q=plan');
	expect(told?.status()).toBe(429);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(m.errors_429_title({}, en));
	await expect(page.getByRole('main')).toContainText(/\d+ seconds?/);
	await expect(page.getByRole('link', { name: m.errors_again({}, en) })).toHaveAttribute('href', '/search?q=plan');
});

test('filters that were opened before the script came stay open; beside the results they are in sight all along', async ({ as }) => {
	for (const width of [390, 1280]) {
		const { page } = await as(who.officer, { ...en, width });
		const scripts = Promise.withResolvers<void>();
		await page.route(/\.js$/, async (route) => {
			await scripts.promise;
			await route.continue();
		});
		await page.goto('/search', { waitUntil: 'commit' });
		const kind = page.getByLabel(m.search_kind_meetings({}, en));
		const summary = page.getByText(m.search_filters({}, en), { exact: true });
		await expect(summary).toBeVisible();
		await expect(kind).toBeVisible({ visible: width > 1000 });
		if (width < 1000) await summary.click();
		await expect(kind).toBeVisible();
		scripts.resolve();
		await expect(page.getByRole('searchbox', { name: m.search_box({}, en) })).toBeFocused();
		await expect(kind).toBeVisible();
		await summary.click();
		await expect(kind).toBeHidden();
		await page.unroute(/\.js$/);
	}
});
