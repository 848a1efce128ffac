import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { expect, test } from '../support/stage.ts';

const en = { locale: 'en' } as const;
const lost = /WebSocket|ERR_|Failed to load resource|Failed to fetch|network/i;

test('without scripts a story is told, grows into an entry, gets a figure and one more row, and is handed in', async ({ as }) => {
	const { page, watch } = await as(who.officer, { javaScript: false, locale: 'en', width: 390 });
	watch.expectsToHear(/400/);
	await page.goto('/practices/new');
	await page.getByRole('link', { name: m.practices_form_choose_story({}, en) }).click();
	await page.locator('#title').fill('Lanterns of the dyke');
	await page.getByRole('button', { name: m.practices_form_begin({}, en) }).click();
	await expect(page.getByRole('alert')).toContainText(m.practices_form_wrong_needed({}, en));
	await expect(page.locator('#title')).toHaveValue('Lanterns of the dyke');
	await page.locator('#summary').fill('Light along the dyke.\n\n- forty lanterns\n- two evenings');
	await page.getByRole('button', { name: m.practices_form_begin({}, en) }).click();
	await page.locator('#impact').fill('People walk there again.');
	await page.getByRole('button', { name: m.practices_form_grow({}, en) }).click();
	await expect(page.getByText(m.practices_form_grown({}, en))).toBeVisible();
	await expect(page.locator('#impact')).toHaveValue('People walk there again.');
	await expect(page.locator('#summary')).toHaveValue('Light along the dyke.\n\n- forty lanterns\n- two evenings');
	await expectNoSideways(page);
	await page.locator('[name="evidence.0.what"]').fill('Walkers on a Friday');
	await page.locator('[name="evidence.0.amount"]').fill('about forty');
	await page.locator('[name="cost.from"]').fill('12.000,50 €');
	await page.locator('button[value="more evidence"]').click();
	await expect(page.locator('[name="cost.from"]')).toHaveValue('12.000,50 €');
	await page
		.getByRole('button', { name: m.practices_form_save({}, en) })
		.last()
		.click();
	await page.getByRole('alert').getByRole('link').first().click();
	await expect(page).toHaveURL(/#evidence-0-amount$/);
	await page.locator('[name="evidence.0.amount"]').fill('40');
	await page
		.getByRole('button', { name: m.practices_form_save({}, en) })
		.last()
		.click();
	await expect(page.getByText(m.practices_form_saved({}, en))).toBeVisible();
	await expect(page.locator('[name="cost.from"]')).toHaveValue('12,000.50');
	await expect(page.locator('[name="evidence.0.what"]')).toHaveValue('Walkers on a Friday');
	await page.locator('#pitch').fill('Forty lanterns,\ntwo evenings');
	await page.getByRole('button', { name: m.practices_form_done({}, en) }).click();
	await expect(page).toHaveURL(/\/draft#life$/);
	await expect(page.getByText('Forty lanterns, two evenings')).toBeVisible();
	await page.getByRole('button', { name: m.practices_submit({}, en) }).click();
	await expect(page.getByRole('heading', { name: m.practices_life_submitted({}, en) })).toBeVisible();

	const { page: lead, watch: theirs } = await as(who.lead, { javaScript: false, locale: 'en', width: 390 });
	theirs.expectsToHear(/400/);
	await lead.goto(page.url());
	await lead.getByRole('link', { name: m.practices_go_decide({}, en) }).click();
	await lead.getByRole('button', { name: m.practices_return({}, en) }).click();
	await expect(lead.getByRole('alert')).toHaveText(m.practices_refused_reasons({}, en));
});

test('what is typed survives a reload, is saved at rest and over a lost line, and two who write meet', async ({ as }) => {
	const { page, context, watch } = await as(who.officer, { locale: 'en' });
	watch.expectsToHear(lost);
	await page.goto('/practices/new?form=entry');
	await page.locator('#title').focus();
	await page.keyboard.type('Ferry of the two banks');
	// Kept, so that leaving asks nothing.
	const isKept = () => page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })) && localStorage.length > 0);
	await expect.poll(isKept).toBe(true);
	await page.reload();
	await expect(page.locator('#title')).toHaveValue('Ferry of the two banks');
	await page.locator('#pitch').focus();
	await page.keyboard.type('A boat for everybody');
	await page.keyboard.press('Tab');
	await page.keyboard.type('It crosses twice an hour.');
	await page.getByRole('button', { name: m.practices_form_begin({}, en) }).click();
	await expect(page).toHaveURL(/ferry-of-the-two-banks-[0-9a-z]{8}\/edit/);
	const address = page.url().split('?')[0] ?? '';
	const state = page.locator('.foot').getByRole('status');
	await expectAccessible(page);

	await page.locator('#place').focus();
	await page.keyboard.type('Old landing stage');
	await expect(state).toContainText('Saved');
	await context.setOffline(true);
	await page.locator('#funding').focus();
	await page.keyboard.type('The two councils');
	await expect(state).toHaveText(m.practices_form_state_offline({}, en));
	await context.setOffline(false);
	await page.reload();
	await expect(page.locator('#place')).toHaveValue('Old landing stage');
	await expect(page.locator('#funding')).toHaveValue('The two councils');
	// It may have left before the page did.
	await expect(state).toHaveText(/^$|^Saved/);

	const { page: other } = await as(who.coordinator, { locale: 'en' });
	await other.goto(address);
	await expect(other.locator('#funding')).toHaveValue('The two councils');
	await other.locator('#place').focus();
	await other.keyboard.type(', left bank');
	await expect(other.locator('.foot').getByRole('status')).toContainText('Saved');
	await expect(page.locator('#place'), 'what nobody touches here takes what was saved there').toHaveValue('Old landing stage, left bank');

	await context.setOffline(true);
	await page.locator('#pitch').fill('One boat, two banks');
	await expect(state).toHaveText(m.practices_form_state_offline({}, en));
	await other.locator('#pitch').fill('The ferry that everybody takes');
	await expect(other.locator('.foot').getByRole('status')).toContainText('Saved');
	await context.setOffline(false);
	await expect(page.getByText(m.clash_which({}, en))).toBeVisible({ timeout: 15_000 });
	await expect(page.getByText('The ferry that everybody takes')).toBeVisible();
	await page.getByRole('button', { name: m.clash_keep_mine({}, en) }).dblclick();
	await expect(page.getByText(m.clash_which({}, en))).toHaveCount(0);
	await expect(page.getByText(m.practices_form_wrong_refused({}, en)), 'pressing twice is no mistake').toHaveCount(0);
	await expect(page.locator('#pitch')).toHaveValue('One boat, two banks');
	// Nothing is taken from under a caret: the colleague reads it once they leave the field.
	await other.keyboard.press('Tab');
	await expect(other.locator('#pitch')).toHaveValue('One boat, two banks');
});
