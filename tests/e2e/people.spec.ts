import { expectAccessible } from '../support/accessible.ts';
import { who } from '../support/actors.ts';
import { demoPassword } from '../support/seat.ts';
import { expect, test } from '../support/stage.ts';

for (const javaScript of [true, false]) {
	const how = javaScript ? '' : ', without JavaScript';

	test(`who is not signed in is let in and led to where they wanted to go${how}`, async ({ visitor }) => {
		const { page, watch } = await visitor({ javaScript });
		watch.expectsToHear(/status of 400/);
		await page.goto('/network/coimbra');
		await expect(page).toHaveURL('/signin?next=%2Fnetwork%2Fcoimbra');
		await page.getByLabel('E-mail').fill(who.expert);
		await page.getByLabel('Password', { exact: true }).fill('not the right one');
		await page.getByRole('button', { name: 'Sign in' }).click();
		await expect(page.getByRole('alert')).toContainText('do not go together');
		await expect(page.getByLabel('E-mail')).toHaveValue(who.expert);
		if (javaScript) await expectAccessible(page);
		await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
		await page.getByLabel('Password', { exact: true }).fill(demoPassword);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await expect(page).toHaveURL('/network/coimbra');
		await expect(page.getByRole('heading', { level: 1, name: 'Coimbra' })).toBeVisible();
	});

	test(`a lead invites somebody, who comes in and stands in the directory${how}`, async ({ as, visitor }) => {
		const { page } = await as(who.lead, { javaScript });
		const email = `nora.${javaScript ? 'scripted' : 'plain'}@granada.example`;
		await page.goto('/network/invite');
		await page.getByLabel('Name').fill('Nora Jardines');
		await page.getByLabel('E-mail').fill(email);
		await page.getByLabel('Role').selectOption('City officer');
		await page.getByLabel('City', { exact: true }).selectOption('Granada');
		await page.getByRole('button', { name: 'Invite', exact: true }).click();
		const link = await page.getByLabel('Link').inputValue();
		await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText('City officer, Granada');
		if (javaScript) await expectAccessible(page);

		const guest = (await visitor({ javaScript })).page;
		await guest.goto(link);
		await expect(guest.getByText('Marek Wiosna invites you')).toBeVisible();
		await expect(guest.getByLabel('Name')).toHaveValue('Nora Jardines');
		if (javaScript) await expectAccessible(guest);
		await guest.getByLabel('Password', { exact: true }).fill('four words for Granada');
		await guest.getByRole('button', { name: 'Come in' }).click();
		await expect(guest).toHaveURL('/');
		await guest.goto('/network/granada');
		await expect(guest.getByRole('link', { name: email })).toBeVisible();

		const late = (await visitor({ javaScript })).page;
		await late.goto(link);
		await expect(late.getByRole('heading', { level: 1 })).toHaveText('This link works no longer');
	});

	test(`a forgotten password is replaced by way of the mailbox${how}`, async ({ visitor }) => {
		const email = javaScript ? 'nuria.alhamar@granada.example' : 'laia.telerfina@sabadell.example';
		const { page } = await visitor({ javaScript });
		await page.goto('/signin');
		await page.getByRole('link', { name: 'Forgotten the password?' }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'A new password' })).toBeVisible();
		await page.getByLabel('E-mail').fill(email);
		await page.getByRole('button', { name: 'Send the e-mail' }).click();
		await expect(page.getByRole('main').getByRole('status')).toContainText('an e-mail is on its way');
		const letter = page
			.getByRole('listitem')
			.filter({ hasText: `To ${email}` })
			.first();
		await expect(async () => {
			await page.goto('/mailbox');
			await expect(letter).toBeVisible({ timeout: 200 });
		}).toPass();
		if (javaScript) await expectAccessible(page);
		await letter.getByRole('link').click();
		await page.getByLabel('New password').fill('a quite new password');
		await page.getByRole('button', { name: 'Set the password' }).click();
		await expect(page.getByRole('main').getByRole('status')).toContainText('Your new password is set');
		await page.getByLabel('E-mail').fill(email);
		await page.getByLabel('Password', { exact: true }).fill('a quite new password');
		await page.getByRole('button', { name: 'Sign in' }).click();
		await expect(page).toHaveURL('/');
	});
}

test('one press at the door of the demo, and one is in', async ({ visitor }) => {
	const { page } = await visitor();
	await page.goto('/signin');
	await page.getByRole('button', { name: 'Beth Canalside' }).click();
	await expect(page).toHaveURL('/');
	await page.getByText('You: Beth Canalside').or(page.getByLabel('You: Beth Canalside')).first().click();
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page).toHaveURL('/signin');
	await page.goto('/network');
	await expect(page).toHaveURL('/signin?next=%2Fnetwork');
});

test('signing out the others ends them where they are', async ({ as }) => {
	const person = 'sindre.havbris@kristiansand.example';
	const there = (await as(person)).page;
	const { page } = await as(person);
	await page.goto('/profile/sessions');
	await expect(page.getByText('This browser')).toHaveCount(1);
	await page.getByRole('button', { name: 'Sign out the others' }).click();
	await expect(page.getByRole('main').getByRole('status')).toContainText('signed out');
	await expect(page.getByText('You are signed in nowhere else.')).toBeVisible();
	await there.goto('/network');
	await expect(there).toHaveURL('/signin?next=%2Fnetwork');
});

test('what one changes in the profile is there on the next page, in its language', async ({ as }) => {
	const { page, watch } = await as('paolo.porticato@bologna.example');
	watch.expectsToHear(/status of 400/);
	await page.goto('/profile');
	await page.getByLabel('Name').fill('\u200b');
	await page.getByLabel('Time zone').selectOption('Atlantic/Azores');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByLabel('Name')).toHaveAccessibleDescription('Please fill this in.');
	await expectAccessible(page);
	await expect(page.getByLabel('Time zone')).toHaveValue('Atlantic/Azores');
	await page.getByLabel('Name').fill('Paolo Porticato-Torri');
	await page.getByRole('combobox', { name: 'Language' }).selectOption('Latviešu');
	await page.getByRole('combobox', { name: 'Light or dark' }).selectOption('Dark');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByRole('main').getByRole('status')).toHaveText('Saglabāts.');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paolo Porticato-Torri');
	await expect(page.locator('html')).toHaveAttribute('lang', 'lv');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('only who may invite is offered to', async ({ as }) => {
	const officer = await as(who.officer, { locale: 'en' });
	officer.watch.expectsToHear(/status of 403/);
	await officer.page.goto('/network');
	await expect(officer.page.getByRole('heading', { name: 'Daugavpils' })).toBeVisible();
	await expect(officer.page.getByRole('link', { name: 'Invite somebody' })).toHaveCount(0);
	expect((await officer.page.goto('/network/invite'))?.status()).toBe(403);

	const { page } = await as(who.coordinator, { locale: 'en' });
	await page.goto('/network');
	await page.getByRole('link', { name: 'Invite somebody' }).click();
	await expect(page.getByLabel('Role').locator('option')).toHaveText(['City officer', 'Local group member']);
	await expect(page.getByLabel('City', { exact: true }).locator('option')).toHaveText(['Daugavpils']);
});

test('who switches the shortcuts of a single key off presses them without anything happening', async ({ as }) => {
	const { page } = await as('tautvydas.marigalis@klaipeda.example');
	const box = page.locator('.mast input[name="q"]');
	await page.goto('/network');
	await expect(async () => {
		await page.keyboard.press('/');
		await expect(box).toBeFocused({ timeout: 500 });
	}).toPass();
	await page.goto('/profile');
	await page.getByRole('combobox', { name: 'Shortcuts of a single key' }).selectOption('Off');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByRole('main').getByRole('status')).toHaveText('Saved.');
	await expect(page.getByRole('combobox', { name: 'Shortcuts of a single key' })).toHaveValue('off');
	// A form of a page leads to a new one, whose program may not be there yet.
	await expect(async () => {
		await page.keyboard.press('ControlOrMeta+k');
		await expect(page.getByRole('dialog')).toBeVisible({ timeout: 500 });
	}).toPass();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.keyboard.press('/');
	await page.keyboard.press('ControlOrMeta+k');
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(box).not.toBeFocused();
});
