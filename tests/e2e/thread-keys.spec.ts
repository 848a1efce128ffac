import { m } from '#lib/i18n/m';
import { pieceOf } from '../../scripts/weigh.mjs';
import { who } from '../support/actors.ts';
import { groundOf, leaveWords } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const en = { locale: 'en' } as const;
const slug = 'nantes-2017';

test('with raw keys one skips to writing without moving the page, and goes from message to message, answers and edits', async ({
	as,
	server
}) => {
	const { services, close } = await groundOf(server);
	await leaveWords(services, slug, who.host, 'The first of three.');
	await leaveWords(services, slug, who.host, 'The second of three.');
	await leaveWords(services, slug, who.expert, 'The third is mine.');
	await close();
	const { page } = await as(who.expert, en);
	const { keyboard } = page;
	const thread = await new ThreadPage(page).open(slug);
	// Once the program answers: without it the same link leads to the field, and the page moves there.
	await expect(thread.more('The third is mine.')).toBeAttached();
	const at = await page.evaluate(() => scrollY);
	await keyboard.press('Tab');
	await keyboard.press('Tab');
	await expect(page.getByRole('link', { name: m.skip_to_writing({}, en) })).toBeFocused();
	await keyboard.press('Enter');
	await expect(thread.box).toBeFocused();
	expect(await page.evaluate(() => scrollY)).toBe(at);
	await thread.edited(thread.box);
	await keyboard.type('jkre');
	await thread.holds('jkre');
	await expect(thread.box).toBeFocused();
	for (let n = 0; n < 4; n += 1) await keyboard.press('Backspace');

	await thread.post('The first of three.').getByRole('link').first().focus();
	await keyboard.press('j');
	await expect(thread.post('The second of three.')).toBeFocused();
	await keyboard.press('j');
	await expect(thread.post('The third is mine.')).toBeFocused();
	await expect(thread.post('The third is mine.')).toHaveCSS('box-shadow', /rgb/);
	await keyboard.press('e');
	const edit = page.getByRole('textbox', { name: m.thread_edit_your_message({}, en) });
	await expect(edit).toBeFocused();
	await page.getByRole('button', { name: m.thread_cancel({}, en) }).press('Enter');
	await expect(thread.post('The third is mine.')).toBeFocused();
	await keyboard.press('k');
	await keyboard.press('Shift+?');
	const list = page.getByRole('dialog', { name: m.thread_keys({}, en) });
	await expect(list).toContainText(m.thread_key_answer({}, en));
	await keyboard.press('Escape');
	await expect(thread.post('The second of three.')).toBeFocused();
	await keyboard.press('r');
	await expect(thread.answerBox).toBeFocused();
});

test('the paperclip is in sight before one writes, on a phone too, and opens the choice of files', async ({ as }) => {
	const { page } = await as(who.expert, { ...en, width: 390 });
	await new ThreadPage(page).open(slug);
	const clip = page.getByRole('button', { name: m.files_attach({}, en) });
	await expect(clip).toBeInViewport();
	const box = (await clip.boundingBox())!;
	expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
	const choosing = page.waitForEvent('filechooser');
	await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
	expect((await choosing).isMultiple()).toBe(true);
});

test('letters pressed while the menus of messages are on their way are done once they came', async ({ as }) => {
	const { page } = await as(who.expert, en);
	const held = Promise.withResolvers<void>();
	const asked = Promise.withResolvers<void>();
	await page.route(`**${pieceOf('src/lib/components/thread/PostActs.svelte')}`, async (route) => {
		asked.resolve();
		await held.promise;
		await route.continue();
	});
	const thread = await new ThreadPage(page).open(slug);
	await page.mouse.move(300, 300);
	await asked.promise;
	await page.keyboard.press('j');
	await page.keyboard.press('j');
	await page.keyboard.press('r');
	held.resolve();
	await expect(thread.answerBox).toBeFocused();
	await expect(page.locator('article[id^="p-"][tabindex]')).toHaveCount(2);
});

test('the key of a link opens no search in a place to write whose editor is on its way', async ({ as }) => {
	const { page } = await as(who.expert, en);
	const held = Promise.withResolvers<void>();
	const asked = Promise.withResolvers<void>();
	await page.route(`**${pieceOf('src/lib/components/text/editor/Editor.svelte')}`, async (route) => {
		asked.resolve();
		await held.promise;
		await route.continue();
	});
	const thread = await new ThreadPage(page).open(slug);
	const box = (await thread.box.boundingBox())!;
	await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
	await asked.promise;
	await page.keyboard.type('Before');
	await page.keyboard.press('Control+k');
	await page.keyboard.type(' and after');
	held.resolve();
	await thread.edited(thread.box);
	await thread.holds('Before and after');
	await expect(page.getByRole('combobox', { name: m.search_palette({}, en) })).toHaveCount(0);
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('combobox', { name: m.search_palette({}, en) })).toBeFocused();
});
