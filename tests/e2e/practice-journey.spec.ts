import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { expect, test } from '../support/stage.ts';

const en = { locale: 'en' } as const;
const laia = 'laia.telerfina@sabadell.example';

test('a story grows, comes back with reasons, is published, found by a slip on a phone, taken over in part, and told of anew', async ({
	as
}) => {
	test.setTimeout(120_000);
	const { page: teller } = await as(who.officer, en);
	await teller.goto('/practices/new?form=story');
	await teller.locator('#title').fill('Ūdensrožu vakari');
	await teller.locator('#summary').fill('Young people row to the water lilies and talk about what they want to do here.');
	await teller.getByRole('button', { name: m.practices_form_begin({}, en) }).click();
	await expect(teller).toHaveURL(/udensrozu-vakari-[0-9a-z]{8}\/edit/);
	const entry = (teller.url().split('?')[0] ?? '').replace(/\/edit$/, '');
	await teller.getByRole('button', { name: m.practices_form_grow({}, en) }).dblclick();
	await expect(teller.locator('#place')).toBeVisible();
	await expect(teller.getByText(m.practices_form_wrong_failed({}, en)), 'pressing twice is no mistake').toHaveCount(0);
	await teller.getByRole('button', { name: m.practices_form_add_modules({}, en) }).click();
	await teller.locator('[name="modules.0.title"]').fill('Boats that anybody may borrow');
	const saved = teller.locator('.foot').getByRole('status');
	await expect(saved).toContainText('Saved');
	await teller.goto(`${entry}/draft`);
	await teller.getByRole('button', { name: m.practices_submit({}, en) }).click();
	await expect(teller.getByRole('heading', { name: m.practices_life_submitted({}, en) })).toBeVisible();

	const { page: lead } = await as(who.lead, en);
	await lead.goto(`${entry}/draft`);
	await lead.getByText(m.practices_reason_by_field({}, en)).click();
	await lead.locator('[name="reason-lessons"]').fill('What went wrong the first time?');
	await lead.getByRole('button', { name: m.practices_return({}, en) }).click();
	await expect(lead.getByRole('heading', { name: m.practices_life_changes({}, en) })).toBeVisible();

	await teller.reload();
	await expect(teller.getByText('What went wrong the first time?')).toBeVisible();
	await expectAccessible(teller);
	await teller.goto(`${entry}/edit`);
	await teller.locator('#lessons').fill('The boats leaked.');
	await expect(saved).toContainText('Saved');
	await teller.goto(`${entry}/draft`);
	await teller.getByRole('button', { name: m.practices_submit({}, en) }).click();
	await expect(teller.getByRole('heading', { name: m.practices_life_submitted({}, en) })).toBeVisible();
	await lead.reload();
	await lead.getByRole('link', { name: m.practices_changed_since_round({}, en) }).click();
	await expect(lead.locator('ins')).toContainText('The boats leaked.');
	await lead.goBack();
	await lead.getByRole('button', { name: m.practices_approve({}, en) }).click();
	await expect(lead.getByRole('heading', { name: m.practices_life_published({}, en) })).toBeVisible();

	const { page: phone } = await as(laia, { ...en, width: 390 });
	await phone.goto('/practices?q=udensrozhu');
	const found = phone.getByRole('link', { name: 'Ūdensrožu vakari' });
	await expect(async () => {
		await phone.reload();
		await expect(found).toBeVisible({ timeout: 500 });
	}).toPass();
	await found.click();
	await phone.getByRole('button', { name: m.adoptions_mark({}, en) }).click();
	await phone.getByRole('link', { name: m.adoptions_to_page({ city: 'Sabadell' }, en) }).click();
	await phone.locator('summary', { hasText: 'Boats that anybody may borrow' }).click();
	await phone.getByLabel(m.adoptions_choice_label({}, en)).selectOption('changed');
	await phone.getByLabel(m.adoptions_choice_note({}, en)).fill('Bicycles instead of boats');
	await phone.getByLabel(m.adoptions_choice_note({}, en)).locator('xpath=ancestor::form').getByRole('button').click();
	await expect(phone.getByText('Bicycles instead of boats').first()).toBeVisible();
	await expectNoSideways(phone);

	await teller.goto(`${entry}/edit`);
	await teller.locator('#place').fill('The old harbour');
	await expect(saved).toContainText('Saved');
	await teller.goto(`${entry}/draft`);
	await teller.getByRole('button', { name: m.practices_publish_changes({}, en) }).click();
	await expect(teller.getByRole('heading', { name: m.practices_life_published({}, en) })).toBeVisible();
	await phone.goto('/inbox');
	await expect(phone.getByText('Ūdensrožu vakari').first()).toBeVisible();
	await phone.goto(`${entry}/history`);
	await phone
		.getByRole('link', { name: new RegExp(`^${m.history_what_changed({}, en)}`) })
		.first()
		.click();
	await expect(phone.locator('ins')).toContainText('The old harbour');
});
