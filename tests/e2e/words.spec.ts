import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { comeIn } from '../support/seat.ts';
import { expect, test } from '../support/stage.ts';

for (const locale of ['en', 'lv'] as const) {
	test(`what is not there and what is not open says so in words: ${locale}`, async ({ as }) => {
		const { page, watch } = await as(who.officer, { locale, width: 390 });
		watch.expectsToHear(/status of 40[34]/);
		const title = page.getByRole('heading', { level: 1 });
		expect((await page.goto('/meetings/atlantis-2017'))?.status()).toBe(404);
		await expect(title).toHaveText(m.errors_404_title({}, { locale }));
		expect((await page.goto('/meetings/coimbra-2017/p/999999'))?.status()).toBe(404);
		await expect(title).toHaveText(m.errors_404_title({}, { locale }));
		expect((await page.goto('/network/invite'))?.status()).toBe(403);
		await expect(title).toHaveText(m.errors_403_title({}, { locale }));
		await page.getByRole('link', { name: m.shell_to_desk({}, { locale }) }).click();
		await expect(page).toHaveURL('/');
	});
}

test('who tries too often is told when to try again, and others at the same address are let in', async ({ visitor, server }) => {
	const { page, watch } = await visitor({ javaScript: false });
	watch.expectsToHear(/status of (400|429)/);
	const attempt = async () => {
		await page.goto('/signin');
		await page.locator('input[name="email"]').fill('nobody@nowhere.example');
		await page.locator('input[name="password"]').fill('a guess');
		const answer = page.waitForResponse((response) => response.request().method() === 'POST');
		await page.locator('form:has(input[name="password"]) button[type="submit"]').click();
		return (await answer).status();
	};
	let status = await attempt();
	for (let tries = 1; status === 400 && tries < 30; tries += 1) status = await attempt();
	expect(status).toBe(429);
	await expect(page.getByRole('alert')).toContainText(/\d/);
	await comeIn((await visitor()).page, server.url, who.expert);
});

test('a visitor learns nothing of what is inside', async ({ visitor }) => {
	const { page } = await visitor();
	for (const path of ['/', '/meetings/coimbra-2017', '/meetings/nowhere', '/network/daugavpils', '/inbox', '/profile']) {
		await page.goto(path);
		await expect(page, path).toHaveURL(/\/signin/);
	}
});
