import { m } from '#lib/i18n/m';
import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { who } from '../support/actors.ts';
import { expect, test } from '../support/told-stage.ts';

const en = { locale: 'en' } as const;
const agne = 'agne.rudeniute@klaipeda.example';

test('a city marks interest on a phone, and the other city sees it move on while the page is open', async ({ as, lanterns }) => {
	const { page: phone } = await as(who.officer, { ...en, width: 390 });
	await phone.goto(lanterns);
	await expect(phone.getByRole('heading', { name: m.adoptions_nobody({}, en) })).toBeVisible();
	await phone.getByRole('button', { name: m.adoptions_mark({}, en) }).click();
	await expect(phone.getByRole('heading', { name: m.adoptions_panel_interested({ city: 'Daugavpils' }, en) })).toBeVisible();
	await expectNoSideways(phone);
	await phone.getByRole('link', { name: m.adoptions_to_page({ city: 'Daugavpils' }, en) }).click();
	await expect(phone).toHaveURL(`${lanterns}/adoptions/da`);

	const { page: theirs } = await as(agne, en);
	await theirs.goto(`${lanterns}/adoptions/da`);
	const road = theirs.getByRole('list', { name: m.adoptions_road({}, en) });
	await expect(road.getByRole('listitem').first()).toHaveAttribute('aria-current', 'step');
	await expectAccessible(theirs);
	await theirs.evaluate(() => Object.assign(window, { stayed: true }));

	await phone.getByLabel(m.adoptions_stage_label({}, en)).selectOption('adapt');
	await phone.getByLabel(m.adoptions_note_label({}, en)).fill('Two evenings instead of nine');
	await phone
		.getByRole('button', { name: m.adoptions_save({}, en) })
		.first()
		.click();
	await expect(road.getByRole('listitem').nth(2)).toContainText('Two evenings instead of nine');
	expect(await theirs.evaluate(() => 'stayed' in window)).toBe(true);
	await expectNoSideways(phone);
	await expectAccessible(phone);

	await theirs.goto(`${lanterns}/draft`);
	await theirs.getByRole('button', { name: m.practices_archive({}, en) }).click();
	await expect(phone.getByText(m.practices_is_archived({}, en)), 'it is told to whoever takes it over').toBeVisible();
	await theirs.getByRole('button', { name: m.practices_reopen({}, en) }).click();
	await expect(phone.getByText(m.practices_is_archived({}, en))).toHaveCount(0);
});

test('a city asks the other one in one press, and the question stands where both read it', async ({ as, lanterns }) => {
	const { page } = await as(who.coordinator, en);
	await page.goto(lanterns);
	await page.getByText(m.adoptions_ask({ city: 'Klaipėda' }, en)).click();
	await expect(page.getByLabel(m.adoptions_ask_label({}, en))).toBeFocused();
	await page.keyboard.type('Who pays for the lamp oil?');
	await page.getByRole('button', { name: m.adoptions_ask_send({}, en) }).click();
	await expect(page).toHaveURL(new RegExp(`${lanterns}/adoptions/da#p-`));
	const { page: theirs } = await as(agne, en);
	await theirs.goto(`${lanterns}/adoptions/da`);
	await expect(theirs.getByRole('article').filter({ hasText: 'Who pays for the lamp oil?' })).toBeVisible();
	const { page: others } = await as('nuria.alhamar@granada.example', en);
	const answer = await others.request.get(`${lanterns}/adoptions/da`);
	expect(await answer.text()).not.toContain('lamp oil');
});
