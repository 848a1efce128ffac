import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { caretToStart } from '../support/caret-to-start.ts';
import { groundOf, leaveWords, readEverything } from '../support/ground.ts';
import { inTheOpen, pressAt, seat, seats, standing } from '../support/raw-hand.ts';
import type { RunningServer } from '../support/running-server.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'wolverhampton-2016';
const en = { locale: 'en' } as const;

async function unreadWords(server: RunningServer, count: number): Promise<void> {
	const { services, close } = await groundOf(server);
	await readEverything(services, who.expert);
	for (let n = 0; n < count; n += 1) await leaveWords(services, slug, who.host, `Still ${n}. A sentence more, so that a line is filled.`);
	await close();
}

test('the page stands still while one writes, wherever one stands, before the editor is there and in it', async ({ as, server }) => {
	test.slow();
	await unreadWords(server, 25);
	const { page, context } = await as(who.expert, en);
	const thread = new ThreadPage(page);
	for (const one of seats) {
		await seat(context, page, one);
		for (const plain of [true, false]) {
			await thread.open(slug);
			// The editor is still on its way.
			if (plain) await page.route(/\.js$/, () => {});
			for (const from of [0, 400, 100_000]) {
				await page.evaluate((y) => scrollTo(0, y), from);
				const stands = await standing(page);
				const before = await stands();
				await pressAt(page, '.foot form :is(textarea, [contenteditable])');
				if (!plain) await thread.edited(thread.box);
				await page.keyboard.type('Two words');
				for (const key of ['Enter', 'Enter', 'ArrowUp', 'ArrowDown', 'End', 'Home']) await page.keyboard.press(key);
				for (let line = 0; line < 20; line += 1) await page.keyboard.press('Enter');
				await page.keyboard.type('and the last.');
				await thread.holds('and the last.');
				expect(await stands(), `${one.name}, ${plain ? 'plain' : 'editor'}, from ${from}`).toBe(before);
				await expect
					.poll(() => inTheOpen(page, '.foot form [type="submit"]'), { message: `Send, ${one.name} from ${from}` })
					.toBe(true);
				await page.keyboard.press('ControlOrMeta+a');
				await page.keyboard.press('Delete');
			}
			await page.unrouteAll({ behavior: 'ignoreErrors' });
		}
	}
});

/** How far the place to write in the thread reaches and where what is in sight ends. */
const reach = (page: Page) =>
	page.evaluate(() => ({
		form: document.querySelector('.posts form')!.getBoundingClientRect().bottom,
		acts: document.querySelector('.posts form .box > .acts')!.getBoundingClientRect().bottom,
		end: document.querySelector('.foot')!.getBoundingClientRect().top
	}));

test('who answers or changes a message sees the page move as far as the place to write needs, and stand still at every letter', async ({
	as,
	server
}) => {
	test.slow();
	await unreadWords(server, 12);
	const { services, close } = await groundOf(server);
	await leaveWords(services, slug, who.expert, 'Mine to change.');
	await close();
	await unreadWords(server, 12);
	const { page, context } = await as(who.expert, en);
	const thread = new ThreadPage(page);
	for (const one of seats) {
		await seat(context, page, one);
		for (const [key, label] of [
			['r', m.thread_your_answer({}, en)],
			['e', m.thread_edit_your_message({}, en)]
		] as const) {
			for (const at of [0.2, 0.5, 0.7]) {
				const says = `${one.name}, ${key}, from ${at}`;
				await thread.open(slug);
				// The menu tells that what the keys need is there.
				await thread.more('Mine to change.').click();
				await expect(page.getByRole('menu')).toBeVisible();
				await page.keyboard.press('Escape');
				await expect(thread.more('Mine to change.')).toBeFocused();
				await thread.post('Mine to change.').evaluate((post, share) => {
					scrollBy(0, post.getBoundingClientRect().top - innerHeight * share);
				}, at);
				const stands = await standing(page);
				const before = await stands();
				await page.keyboard.press(key);
				const box = page.getByRole('textbox', { name: label });
				await expect(box).toBeFocused();
				await thread.edited(box);
				const opened = await reach(page);
				expect(opened.form, `${says}: all in sight`).toBeLessThanOrEqual(opened.end + 1);
				const then = await stands();
				if (then !== before) expect(opened.form, `${says}: no further`).toBeGreaterThan(opened.end - 24);

				await page.keyboard.type(' and a few words');
				expect(await stands(), `${says}: words`).toBe(then);
				for (let line = 0; line < 24; line += 1) await page.keyboard.press('Enter');
				const grown = await reach(page);
				expect(grown.acts, `${says}: acts in sight`).toBeLessThanOrEqual(grown.end + 1);
				const late = await stands();
				if (late !== then) expect(grown.acts, `${says}: grown no further`).toBeGreaterThan(grown.end - 40);
				await page.keyboard.type('and the last.');
				await thread.holds('and the last.', box);
				expect(await stands(), `${says}: the last letters`).toBe(late);
				await page.keyboard.press('ControlOrMeta+a');
				await page.keyboard.press('Delete');
			}
		}
	}
});

test('the page stands still while one writes directly under what stands above the page', async ({ as, server }) => {
	const { services, close } = await groundOf(server);
	await leaveWords(services, slug, who.expert, Array.from({ length: 40 }, (_, n) => `Line ${n} of a long message.`).join('\n'));
	await close();
	// So many that the page goes on far enough below.
	await unreadWords(server, 40);
	const { page, context } = await as(who.expert, en);
	const thread = new ThreadPage(page);
	for (const one of seats) {
		await seat(context, page, one);
		await thread.open(slug);
		await thread.post('Line 39 of').getByRole('link').first().focus();
		await page.keyboard.press('e');
		const box = page.getByRole('textbox', { name: m.thread_edit_your_message({}, en) });
		await thread.edited(box);
		await caretToStart(page);
		const at = await page.evaluate(() => {
			const mast = document.querySelector('.mast')!;
			const covered = getComputedStyle(mast).position === 'sticky' ? mast.getBoundingClientRect().height : 0;
			const line = getSelection()!.getRangeAt(0).getBoundingClientRect();
			scrollBy(0, line.top - covered - 2);
			return { scrollY, below: Math.round(getSelection()!.getRangeAt(0).getBoundingClientRect().top - covered) };
		});
		expect(at.below, `${one.name}: the caret`).toBe(2);
		await page.keyboard.type('Before');
		expect(await page.evaluate(() => scrollY), one.name).toBe(at.scrollY);
		await page.keyboard.press('Escape');
	}
});

test('Send stays in the open when the box of an answer grows, with new messages below', async ({ as, server }) => {
	test.slow();
	await unreadWords(server, 25);
	const { page, context } = await as(who.expert, en);
	const thread = new ThreadPage(page);
	for (const one of seats) {
		await seat(context, page, one);
		await thread.open(slug);
		const answered = page.getByRole('article').filter({ hasText: 'Still 3.' }).last();
		await answered.evaluate((post) => scrollBy(0, post.getBoundingClientRect().bottom - innerHeight * 0.55));
		await answered.getByRole('link').first().focus();
		await expect(answered.locator('.dots')).toBeAttached();
		await page.keyboard.press('r');
		await thread.edited(thread.answerBox);
		await page.keyboard.type('See the plan');
		await page.keyboard.press('Shift+Home');
		await page.keyboard.press('ControlOrMeta+k');
		await expect(page.getByRole('textbox', { name: m.text_link_address({}, en) })).toBeFocused();
		const isOpen = (what: string) => expect.poll(() => inTheOpen(page, what), { message: `${what}, ${one.name}` }).toBe(true);
		for (const what of ['.posts form [type="submit"]', '.posts form .line input', '.posts form .add']) await isOpen(what);
		await page.keyboard.press('Escape');
		await page.keyboard.press('End');
		for (let line = 0; line < 24; line += 1) await page.keyboard.press('Enter');
		for (const what of ['.posts form [type="submit"]', '.posts form .add']) await isOpen(what);
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.press('Delete');
	}
});
