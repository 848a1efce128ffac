import type { Locator, Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const en = { locale: 'en' } as const;

/** Goes on with Tab until this has the focus, every stop on the way being visible. */
async function tabTo(page: Page, wanted: Locator, backwards = false): Promise<void> {
	for (let stop = 0; stop < 80; stop += 1) {
		await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
		const seen = await page.evaluate(() => {
			const focused = document.activeElement ?? document.body;
			const ring = (element: Element) => {
				const { outlineStyle, boxShadow } = getComputedStyle(element);
				return `${outlineStyle} ${boxShadow}`;
			};
			if (focused === document.body || ring(focused) !== 'none none') return { shown: true, what: '' };
			// A field may leave it to the frame that holds it, which then looks other than without the focus.
			const frames: Element[] = [];
			for (let frame = focused.parentElement; frame && frames.length < 3; frame = frame.parentElement) frames.push(frame);
			const within = frames.map(ring);
			(focused as HTMLElement).blur();
			const shown = frames.some((frame, n) => ring(frame) !== within[n]);
			(focused as HTMLElement).focus();
			return { shown, what: focused.outerHTML.slice(0, 120) };
		});
		if (await wanted.evaluate((element) => element === document.activeElement)) return;
		expect(seen.shown, `no visible focus on ${seen.what}`).toBe(true);
	}
	throw new Error(`Tab never came to ${wanted}`);
}

test('with the keyboard alone one signs in, skips the menu, writes, edits and deletes', async ({ visitor }) => {
	test.slow();
	const { page } = await visitor();
	await page.goto('/signin');
	await tabTo(page, page.locator('input[name="email"]'));
	await page.keyboard.type(who.expert);
	await tabTo(page, page.locator('input[name="password"]'));
	await page.keyboard.type('a long word for the demo');
	await page.keyboard.press('Enter');
	await page.waitForURL((url) => url.pathname === '/');

	const thread = await new ThreadPage(page).open('poznan-2017');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: m.skip({}, en) })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.locator('main')).toBeFocused();

	await tabTo(page, thread.box);
	await page.keyboard.type('Typed, never clicked');
	await tabTo(page, thread.send);
	await page.keyboard.press('Enter');
	await expect(thread.post('Typed, never clicked')).toHaveCount(1);

	const post = thread.post('Typed, never clicked');
	const remove = post.getByRole('link', { name: m.thread_delete({}, en) });
	await tabTo(page, remove, true);
	await page.keyboard.press('Enter');
	const keep = page.getByRole('button', { name: m.thread_keep({}, en) });
	await expect(keep).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(keep).toBeHidden();
	await expect(remove).toBeFocused();
	await page.keyboard.press('Enter');
	await tabTo(page, page.getByRole('button', { name: m.thread_delete_confirm({}, en) }));
	await page.keyboard.press('Enter');
	await expect(post).toHaveCount(0);
});

test('who asks to delete again in the very moment at which the question is closed is asked again', async ({ as }) => {
	const { page } = await as(who.expert, en);
	const thread = await new ThreadPage(page).open('bologna-2017');
	await thread.say('Asked about twice');
	const remove = thread.post('Asked about twice').getByRole('link', { name: m.thread_delete({}, en) });
	await remove.press('Enter');
	const confirm = page.getByRole('button', { name: m.thread_delete_confirm({}, en) });
	await expect(confirm).toBeVisible();
	const closed = page.evaluate(
		() =>
			new Promise((done) => {
				document.querySelector('dialog[open]')?.addEventListener('close', done, { once: true });
			})
	);
	await remove.evaluate((link: HTMLElement) => {
		document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
		link.click();
	});
	await closed;
	await expect(confirm).toBeVisible();
	await confirm.press('Enter');
	await expect(thread.post('Asked about twice')).toHaveCount(0);
});

test('menus open, close and give the focus back', async ({ as }) => {
	const { page } = await as(who.expert, { locale: 'en' });
	await page.goto('/');
	const menu = page.locator('header button[popovertarget]').first();
	await tabTo(page, menu);
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(menu).toBeFocused();
});
