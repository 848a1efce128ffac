import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { who } from '../support/actors.ts';
import { demoPassword } from '../support/seat.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const officer = 'owen.lockgate@wolverhampton.example';
const reason = 'Wrote to people who had asked not to be written to.';

async function enter(page: Page): Promise<void> {
	await page.getByLabel('E-mail').fill(officer);
	await page.getByLabel('Password', { exact: true }).fill(demoPassword);
	await page.getByRole('button', { name: 'Sign in' }).click();
}

for (const javaScript of [true, false]) {
	test(`a suspended officer stands at the door at once and reads why, and comes in again when readmitted; the lead ${javaScript ? 'with' : 'without'} JavaScript`, async ({
		as
	}) => {
		const { page: lead } = await as(who.lead, { javaScript, locale: 'en' });
		const { page, watch } = await as(officer, { locale: 'en' });
		const thread = await new ThreadPage(page).open();
		const words = `What Owen wrote stays, ${javaScript ? 'with' : 'without'} scripts.`;
		await thread.say(words);

		watch.expectsToHear(/WebSocket|Failed to load resource/);
		await lead.goto('/network/wolverhampton');
		await lead.getByRole('link', { name: 'Suspend Owen Lockgate' }).click();
		await expect(lead.getByRole('heading', { level: 1 })).toHaveText('Suspend Owen Lockgate?');
		if (javaScript) await expectAccessible(lead);
		await lead.getByLabel('Reason').fill(reason);
		await lead.getByRole('button', { name: 'Suspend' }).click();
		await expect(lead.getByRole('status').getByText('Owen Lockgate is suspended.')).toBeVisible();

		await page.waitForURL(/\/signin\?next=/);
		await expect(page.getByRole('alert')).toContainText('Your access is suspended');
		await expect(page.getByRole('alert')).toContainText(reason);
		await expect(page.getByRole('navigation', { name: 'Rooms' })).toHaveCount(0);
		await expect(page.getByText(words)).toHaveCount(0);
		if (javaScript) await expectAccessible(page);
		await enter(page);
		await expect(page.getByRole('alert')).toContainText(reason);

		const { page: colleague } = await as(who.expert);
		await colleague.goto('/network/wolverhampton');
		await expect(colleague.getByText('Beth Canalside')).toBeVisible();
		await expect(colleague.getByText('Owen Lockgate')).toHaveCount(0);
		await expect((await new ThreadPage(colleague).open()).post(words)).toHaveCount(1);

		await lead.goto('/network/moderation');
		await expect(lead.getByRole('listitem').filter({ hasText: 'Marek Wiosna suspended Owen Lockgate.' }).first()).toContainText(reason);
		if (javaScript) await expectAccessible(lead);
		await lead.getByRole('link', { name: 'Readmit Owen Lockgate' }).first().click();
		await lead.getByRole('button', { name: 'Readmit' }).click();
		await expect(lead.getByRole('status').getByText('Owen Lockgate is readmitted')).toBeVisible();

		await enter(page);
		await expect(page).toHaveURL('/meetings/coimbra-2017');
		await thread.say(`Back again, ${javaScript ? 'with' : 'without'} scripts.`);
	});
}

test('a post is hidden and restored without JavaScript, and the leads have it in their books', async ({ as }) => {
	const { page: host } = await as(who.host);
	const words = 'Somebody asked me to keep this to myself.';
	await (await new ThreadPage(host).open()).say(words);
	const { page: lead, watch } = await as(who.lead, { javaScript: false });
	const post = (await new ThreadPage(lead).open()).post(words);

	watch.expectsToHear(/status of 400/);
	await post.getByRole('link', { name: 'Hide the message' }).click();
	await expect(lead.getByRole('heading', { level: 1 })).toHaveText('Hide the message from Inês Salgueiral?');
	await lead.getByLabel('Reason').fill('   x   ');
	await lead.getByRole('button', { name: 'Hide the message' }).click();
	await expect(lead.getByText('Give a reason of at least 3 characters')).toBeVisible();
	await expect(lead.getByLabel('Reason')).toHaveValue(/x/);
	await lead.getByLabel('Reason').fill('It was told in confidence.');
	await lead.getByRole('button', { name: 'Hide the message' }).click();
	await expect(lead).toHaveURL(/\/meetings\/coimbra-2017/);

	const { page: colleague } = await as(who.expert);
	await expect((await new ThreadPage(colleague).open()).post(words)).toHaveCount(0);

	await lead.goto('/network/moderation');
	const hidden = lead
		.getByRole('listitem')
		.filter({ hasText: 'Message from Inês Salgueiral' })
		.filter({ hasText: 'It was told in confidence.' });
	await expect(hidden.first()).toContainText('Marek Wiosna hid it');
	await expect(lead.getByText(words)).toHaveCount(0);
	await hidden
		.first()
		.getByRole('link', { name: /^Restore/ })
		.click();
	await expect(lead.getByText(words)).toBeVisible();
	await lead.getByRole('button', { name: 'Restore the message' }).click();
	await expect((await new ThreadPage(lead).open()).post(words)).toHaveCount(1);
	await colleague.reload();
	await expect(new ThreadPage(colleague).post(words)).toHaveCount(1);
});
