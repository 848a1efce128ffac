import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { groundOf, leaveWords, readEverything } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'nantes-2017';
const messages = 60;

test('what flies past is not read: one is told how much that was, where one has come to, and can go back', async ({ as, server }) => {
	const { services, close } = await groundOf(server);
	for (const email of [who.expert, who.coordinator]) await readEverything(services, email);
	for (let n = 1; n <= messages; n += 1) await leaveWords(services, slug, who.host, `Passing ${n}.`);
	await close();
	for (const [email, locale, width, how] of [
		[who.expert, 'en', 1280, 'one jump'],
		[who.coordinator, 'lv', 390, 'flung']
	] as const) {
		const { page } = await as(email, { locale, width });
		const thread = await new ThreadPage(page, locale).open(slug);
		await expect(thread.post('Passing 1.')).toBeInViewport();
		if (how === 'one jump') await page.keyboard.press('End');
		else {
			await page.mouse.move(100, 300);
			for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, 800);
		}
		await expect(thread.post(`Passing ${messages}.`)).toBeInViewport();
		const ways = [1, 2, 12].map((count) => m.thread_jumped_over({ count, number: String.raw`\d+` }, { locale }));
		const told = page.locator('.foot').getByText(new RegExp(ways.join('|')));
		await expect(told).toBeInViewport();
		const number = /\d+/.exec(await told.innerText())![0];
		expect(Number(number)).toBeGreaterThan(messages / 2);
		if (how === 'one jump') {
			// The list of meetings tells the same at once, and leads there too.
			await thread.menu.click();
			const row = page.getByRole('listitem').filter({ has: page.locator(`a[href="/meetings/${slug}"]`) });
			const short = m.thread_jumped_over_short({ count: Number(number), number }, { locale });
			await row.getByRole('link', { name: short, exact: true }).click();
		} else {
			const { x, y, width: wide, height } = (await told.getByRole('link').boundingBox())!;
			await page.mouse.click(x + wide / 2, y + height / 2);
		}
		await expect(page).toHaveURL(/\?from=\d+#p-\d+$/);
		await expect(thread.post('Passing 20.')).toHaveCount(1);
		await expect(thread.post(`Passing ${messages}.`)).not.toBeInViewport();
	}
});
