import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { groundOf, leaveMarkdown, leaveWords, readEverything } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const en = { locale: 'en' } as const;
const slug = 'nantes-2017';

/** What stands on paper under `main` and what its colours are, from a dark screen. */
const onPaper = async (page: Page) => {
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	return page.evaluate(() => {
		const colour = (element: Element, which: 'color' | 'backgroundColor') => getComputedStyle(element)[which];
		const main = document.querySelector('main')!;
		return {
			words: document.body.innerText,
			ink: colour(main, 'color'),
			paper: colour(document.body, 'backgroundColor'),
			plate: [...main.querySelectorAll('.plate')].map((plate) => colour(plate, 'backgroundColor'))
		};
	});
};

test('a meeting on paper is what was said: black on white, no bars, no place to write, addresses and dates whole', async ({
	as,
	server
}) => {
	const ground = await groundOf(server);
	await leaveMarkdown(ground.services, slug, who.host, 'The draft lies [at the archive](https://archive.example.org/drafts/2017).');
	const long = Array.from({ length: 60 }, (_, n) => `Paragraph ${n} of a long message.`).join('\n\n');
	await leaveMarkdown(ground.services, slug, who.host, long);
	const mail = '[to the archive](mailto:archive@example.org?subject=Drafts) or to clerk@example.org, ask [@Daugavpils](swing:city/da)';
	await leaveMarkdown(ground.services, slug, who.host, `See [our meeting](${server.url}/meetings/coimbra-2017) too, write ${mail}.`);
	await ground.close();
	const { page } = await as(who.officer, { ...en, theme: 'dark' });
	const thread = await new ThreadPage(page).open(slug);
	await expect(thread.box).toBeVisible();
	await expect(page.getByText('archive@example.org')).toBeHidden();
	const folded = thread.post('Paragraph 59 of a long message.');
	const cutOff = () => folded.locator('.long').evaluate((text) => text.scrollHeight - text.clientHeight);
	expect(await cutOff()).toBeGreaterThan(500);
	const { words, ink, paper, plate } = await onPaper(page);
	expect({ ink, paper, plate }).toEqual({ ink: 'rgb(0, 0, 0)', paper: 'rgb(255, 255, 255)', plate: ['rgb(255, 255, 255)'] });
	for (const gone of [m.thread_send, m.thread_reply, m.thread_show_whole, m.shell_meetings, m.follow_label].map((word) => word({}, en)))
		expect(words.split('\n')).not.toContain(gone);
	await expect(thread.box).toBeHidden();
	expect(await cutOff()).toBe(0);
	const apart = await page.evaluate(() =>
		[...document.querySelectorAll('.posts article.on')].map(
			(post) => post.getBoundingClientRect().top - post.closest('li')!.previousElementSibling!.getBoundingClientRect().bottom
		)
	);
	expect(apart.length).toBeGreaterThan(0);
	expect(Math.min(...apart)).toBeGreaterThanOrEqual(0);
	await expect(page.getByRole('navigation')).toHaveCount(0);
	const behind = (text: string, post = 'our meeting') =>
		thread
			.post(post)
			.getByRole('link', { name: text })
			.evaluate((link) => getComputedStyle(link, '::after').content.replaceAll(/^"|"$|" "|none/g, ''));
	expect(await behind('at the archive', 'The draft lies')).toContain('https://archive.example.org/drafts/2017');
	expect(await behind('our meeting')).not.toContain('/meetings/');
	expect(words).toContain('too, write to the archive\u00a0(archive@example.org) or to clerk@example.org, ask');
	expect(words).toMatch(/^@Daugavpils\.$/m);
	// The room of the chip would part a name from its comma.
	await expect(thread.post('our meeting').locator('.own')).toHaveCSS('padding-inline-end', '0px');
	for (const link of ['to the archive', 'clerk@example.org', '@Daugavpils']) expect(await behind(link)).toBe('');
	await page.emulateMedia({ media: 'screen' });
	await expect(thread.box).toBeVisible();
});

test('lists on paper say whole dates and nothing that is pressed', async ({ as, server }) => {
	const ground = await groundOf(server);
	await leaveWords(ground.services, slug, who.host, 'An umbrella for everybody.');
	await ground.close();
	const { page } = await as(who.officer, en);
	for (const path of ['/meetings', '/inbox', '/search?q=umbrella', '/network']) {
		await page.goto(path);
		// The index follows what is said after a moment.
		if (path.startsWith('/search'))
			await expect(async () => {
				await page.reload();
				await expect(page.getByText('An umbrella for everybody.')).toBeVisible({ timeout: 500 });
			}).toPass();
		const { words } = await onPaper(page);
		expect(words, path).not.toMatch(/\b(ago|yesterday|today|tomorrow)\b/);
		expect(words, path).not.toContain(m.inbox_finish({}, en) + '\n');
		await expect(page.getByRole('button'), path).toHaveCount(0);
		if (path.startsWith('/search')) expect(words).toMatch(/Search: umbrella[^]+An umbrella for everybody\.[^]+\d{4}, \d{1,2}:\d{2}/);
	}
});

test('printed by the keys, folded answers are on the paper too', async ({ as, server }) => {
	const ground = await groundOf(server);
	const { seq: beginning } = await leaveWords(ground.services, slug, who.host, 'Who brings what?');
	for (let n = 1; n <= 12; n += 1) await leaveWords(ground.services, slug, who.expert, `Thing number ${n}`, beginning);
	await readEverything(ground.services, who.officer);
	await ground.close();
	const { page } = await as(who.officer, en);
	await page.addInitScript(() => {
		window.print = () => {
			document.body.dataset.printed = document.body.innerText.includes('Thing number 1\n') ? 'whole' : 'folded';
		};
	});
	await new ThreadPage(page).open(slug);
	await expect(page.locator(`a.fold[href$="#p-${beginning}"]`)).toBeVisible();
	await page.mouse.move(200, 200);
	await expect(async () => {
		await page.keyboard.press('Control+P');
		await expect(page.locator('body')).toHaveAttribute('data-printed', 'whole', { timeout: 1000 });
	}).toPass();
});
