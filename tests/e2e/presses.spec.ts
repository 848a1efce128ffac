import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { groundOf, leaveWords } from '../support/ground.ts';
import { seat, seats } from '../support/raw-hand.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'bologna-2017';
const en = { locale: 'en' } as const;

const middleOf = (page: Page, selector: string) =>
	page.evaluate((what) => {
		const { left, top, width, height } = document.querySelector(what)!.getBoundingClientRect();
		return { x: left + width / 2, y: top + height / 2, width };
	}, selector);

const settled = (page: Page) => page.waitForFunction(() => document.getAnimations().length === 0);

test('who presses the paperclip while words are selected chooses files', async ({ as }) => {
	const { page } = await as(who.expert, en);
	const thread = await new ThreadPage(page).open(slug);
	await thread.type('See the plan');
	await page.keyboard.press('ControlOrMeta+a');
	await expect(page.locator('label.add')).toBeVisible();
	await settled(page);
	const clip = await middleOf(page, 'label.add');
	const chooser = page.waitForEvent('filechooser');
	await page.mouse.click(clip.x, clip.y);
	await chooser;
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.press('Delete');
});

test('who comes to write by a double press uses no tool and no key of the page, and can press a tool twice later', async ({ as }) => {
	test.slow();
	const { page, context } = await as(who.expert, en);
	const thread = new ThreadPage(page);
	for (const one of [...seats, { name: '1280 at 200 %, higher', width: 640, height: 450, scale: 2 }]) {
		await seat(context, page, one);
		for (const toolsCome of [false, true]) {
			for (const part of [-0.47, -0.35, -0.2, 0, 0.2, 0.45]) {
				const says = `${one.name}, ${toolsCome ? 'tools' : 'at once'}, ${part}`;
				await thread.open(slug);
				const place = await middleOf(page, '.foot textarea');
				const [x, y] = [place.x + part * place.width, place.y];
				await page.mouse.click(x, y);
				if (toolsCome) await page.waitForSelector('.foot .bar');
				await page.mouse.click(x, y, { clickCount: 2 });
				await page.keyboard.type('jjr');
				await expect(thread.box, says).toBeFocused();
				await thread.edited(thread.box);
				await thread.holds('jjr');
				await expect(page.locator('.foot :is([aria-pressed="true"], .link)'), says).toHaveCount(0);
				await expect(page.getByRole('dialog'), says).toHaveCount(0);
				await page.keyboard.press('ControlOrMeta+a');
				await page.keyboard.press('Delete');
			}
		}
		await settled(page);
		const bold = page.getByRole('button', { name: m.text_bold({}, en) });
		const { x, y } = await middleOf(page, '.foot .bar button');
		await page.mouse.click(x, y);
		await expect(bold).toHaveAttribute('aria-pressed', 'true');
		await page.mouse.dblclick(x, y);
		await page.keyboard.type('Words');
		await expect(bold).toHaveAttribute('aria-pressed', 'true');
		await expect(thread.box.locator('strong')).toHaveText('Words');
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.press('Delete');
	}
});

test('a press in a gap of the place to write leaves the focus in the text, or puts it there', async ({ as }) => {
	test.slow();
	const { page, context } = await as(who.expert, en);
	const thread = new ThreadPage(page);
	for (const one of seats) {
		await seat(context, page, one);
		await thread.open(slug);
		await thread.box.click();
		await thread.edited(thread.box);
		await expect(page.locator('label.add')).toBeVisible();
		await settled(page);
		const gaps = await page.evaluate(() => {
			const box = document.querySelector('.foot .box')!;
			const { left, top, width, height } = box.getBoundingClientRect();
			const points = Array.from({ length: 400 }, (_, n) => ({
				x: left + (width * ((n % 40) + 0.5)) / 40,
				y: top + (height * (0.5 + Math.floor(n / 40))) / 10
			}));
			return points.filter(({ x, y }) => {
				const hit = document.elementFromPoint(x, y);
				return hit && box.contains(hit) && !hit.closest('a, button, label, select, [contenteditable]');
			});
		});
		expect(gaps.length, one.name).toBeGreaterThan(3);
		for (const [n, { x, y }] of gaps.entries()) {
			if (n % 2) await page.evaluate(() => (document.activeElement as HTMLElement).blur());
			await page.mouse.click(x, y);
			await expect(thread.box, `${one.name} at ${x}, ${y}`).toBeFocused();
		}
	}
});

test("what can be done with a message of one's own stands in one row beside it", async ({ as, server }) => {
	const { services, close } = await groundOf(server);
	await leaveWords(services, slug, who.expert, 'Mine in one row.');
	await leaveWords(services, slug, who.host, 'And another one.');
	await close();
	for (const locale of ['en', 'lv'] as const)
		for (const width of [1024, 1280, 1440]) {
			const { page } = await as(who.expert, { locale, width });
			const thread = await new ThreadPage(page, locale).open(slug);
			await expect(thread.more('Mine in one row.')).toBeAttached();
			const acts = thread.post('Mine in one row.').locator('.acts');
			const { rows, over } = await acts.evaluate((row) => ({
				rows: new Set([...row.children].map((child) => Math.round(child.getBoundingClientRect().top))).size,
				over: row.getBoundingClientRect().right - document.documentElement.clientWidth
			}));
			expect({ rows, over: over > 0 }, `${locale} ${width}`).toEqual({ rows: 1, over: false });
		}
});
