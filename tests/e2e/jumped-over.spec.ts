import { m } from '#lib/i18n/m';
import { expectAccessible } from '../support/accessible.ts';
import { who } from '../support/actors.ts';
import { groundOf, leaveWords, readEverything } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'wolverhampton-2016';
const messages = 30;

test('who follows a link past what they have not read is told how much that was, and can go back', async ({ as, server }) => {
	const { services, close } = await groundOf(server);
	await readEverything(services, who.expert);
	await readEverything(services, who.coordinator);
	const places: number[] = [];
	for (let n = 1; n <= messages; n += 1) places.push((await leaveWords(services, slug, who.host, `Word ${n}.`)).seq);
	await close();
	const [first, chosen] = [places[0], places[24]];
	/** Of those before the chosen one ten stand on the page with it, and may have been on screen. */
	const [least, most] = [14, 24];
	for (const [email, locale, width] of [
		[who.expert, 'en', 1280],
		[who.coordinator, 'lv', 390]
	] as const) {
		const { page } = await as(email, { locale, width });
		const thread = new ThreadPage(page, locale);
		await page.goto(`/meetings/${slug}?from=${chosen}#p-${chosen}`);
		await expect(thread.post('Word 25.')).toBeInViewport();
		const ways = [1, 2, 14].map((count) => m.thread_jumped_over({ count, number: String.raw`(\d+)` }, { locale }));
		// Above the thread, and perhaps once more where one has come to.
		const line = page.getByText(new RegExp(`^(${ways.join('|')})`)).first();
		const number = async () => Number(/\d+/.exec(await line.innerText())?.[0]);
		await expect(line).toBeVisible();
		await expect(thread.post('Word 14.')).toHaveCount(0);
		await page.locator('[data-end]').scrollIntoViewIfNeeded();
		await thread.unread(0);
		expect(await number()).toBeGreaterThanOrEqual(least);
		expect(await number()).toBeLessThanOrEqual(most);
		await expectAccessible(page);
		const back = page.getByRole('link', { name: m.thread_go_back({}, { locale }), exact: true }).first();
		await expect(back).toHaveAttribute('href', `/meetings/${slug}?from=${first}#p-${first}`);
		await back.click();
		await expect(thread.post('Word 1.')).toBeInViewport();
	}
});

test('what was jumped over is told above the thread without moving it', async ({ as, server }) => {
	const { services, close } = await groundOf(server);
	await readEverything(services, who.expert);
	for (let n = 1; n <= messages; n += 1) await leaveWords(services, slug, who.host, `More ${n}.`);
	await close();
	for (const [width, newest] of [
		[390, 10],
		[1280, 30]
	] as const) {
		const { page } = await as(who.expert, { locale: 'en', width });
		const thread = await new ThreadPage(page).open(slug);
		const height = () => page.locator('#discussion').evaluate((title) => title.parentElement!.offsetHeight);
		const head = page.locator('#discussion + p');
		await expect(thread.more('More 1.')).toBeAttached();
		await expect(head).toHaveCount(0);
		const before = await height();
		await thread.post(`More ${newest}.`).evaluate((post) => post.scrollIntoView({ block: 'end' }));
		await expect(head).toHaveCount(1);
		expect(await height(), `${width}`).toBe(before);
	}
});
