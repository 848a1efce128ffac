import { m } from '#lib/i18n/m';
import { expectAccessible } from '../support/accessible.ts';
import { who } from '../support/actors.ts';
import { groundOf, leaveWords } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'bologna-2017';
const en = { locale: 'en' } as const;

test('a link is made by keys, the keys are told, and the focus goes back into the text after files were chosen', async ({ as }) => {
	const { page } = await as(who.expert, en);
	const thread = await new ThreadPage(page).open(slug);
	await thread.type('See the plan');
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.press('ControlOrMeta+k');
	const address = page.getByRole('textbox', { name: m.text_link_address({}, en) });
	await expect(address).toBeFocused();
	await page.keyboard.type('example.org/plan');
	await page.keyboard.press('Enter');
	await expect(thread.box).toBeFocused();
	await expect(thread.box.locator('a[href="https://example.org/plan"]')).toHaveText('See the plan');

	await page.keyboard.press('End');
	await page.keyboard.press('ControlOrMeta+/');
	const keys = page.getByRole('dialog', { name: m.text_keys({}, en) });
	await expect(keys).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(keys).toHaveCount(0);
	await expect(thread.box).toBeFocused();
	await page.getByRole('button', { name: m.text_keys({}, en) }).click();
	await keys.getByRole('button', { name: m.text_keys_close({}, en) }).click();
	await expect(thread.box).toBeFocused();
	await thread.holds('See the plan');

	await page.keyboard.type(' and');
	const chooser = page.waitForEvent('filechooser');
	await page.locator('label.add').click();
	await (await chooser).setFiles({ name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from('One, two') });
	await page.keyboard.type(' the list');
	await expect(thread.box).toHaveText('See the plan and the list');
	await page.getByLabel(m.files_attach({}, en)).focus();
	await page.getByLabel(m.files_attach({}, en)).dispatchEvent('cancel');
	await expect(thread.box).toBeFocused();
});

test('the tools keep their place while the rest comes and while one writes', async ({ as }) => {
	for (const width of [1280, 390]) {
		const { page } = await as(who.coordinator, { locale: 'lv', width });
		const thread = await new ThreadPage(page, 'lv').open(slug);
		const letThrough = Promise.withResolvers<void>();
		await page.route(/\.js$/, (route) => letThrough.promise.then(() => route.continue()));
		await thread.box.click();
		const places = () =>
			page.evaluate(() =>
				['.foot .box', '.foot [type="submit"]'].map((what) => {
					const { left, top, bottom } = document.querySelector(what)!.getBoundingClientRect();
					return [left, top, bottom].map(Math.round);
				})
			);
		const before = await places();
		letThrough.resolve();
		await thread.edited(thread.box);
		await expect(page.getByLabel(m.files_attach({}, { locale: 'lv' }))).toHaveCount(1);
		expect(await places(), `${width}`).toEqual(before);
		await page.keyboard.press('ControlOrMeta+b');
		await page.keyboard.type('Vārds');
		expect(await places(), `${width}`).toEqual(before);
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.press('Delete');
	}
});

test('Escape and Cancel ask only when a change would be lost, and an answer that is left is kept', async ({ as, server }) => {
	const { services, close } = await groundOf(server);
	await leaveWords(services, slug, who.host, 'A question to answer.');
	await leaveWords(services, slug, who.expert, 'Words to change.');
	await close();
	const { page } = await as(who.expert, en);
	const thread = await new ThreadPage(page).open(slug);
	await thread.startAnswer('A question to answer.');
	await thread.edited(thread.answerBox);
	await page.keyboard.press('Escape');
	await expect(thread.answerBox).toHaveCount(0);
	await expect(page.getByText(m.thread_answer_kept({}, en))).toHaveCount(0);
	await thread.startAnswer('A question to answer.');
	await thread.edited(thread.answerBox);
	await page.keyboard.type('Half an answer');
	await page.keyboard.press('Escape');
	await expect(thread.answerBox).toHaveCount(0);
	await expect(page.getByText(m.thread_answer_kept({}, en))).toBeVisible();
	await thread.startAnswer('A question to answer.');
	await thread.holds('Half an answer', thread.answerBox);
	await page.keyboard.press('Escape');

	const edit = thread.post('Words to change.').getByRole('link', { name: m.thread_edit({}, en) });
	const box = page.getByRole('textbox', { name: m.thread_edit_your_message({}, en) });
	const asks = page.getByRole('dialog', { name: m.thread_discard_title({}, en) });
	await edit.click();
	await thread.edited(box);
	await page.keyboard.press('Escape');
	await expect(box).toHaveCount(0);
	await edit.click();
	await thread.edited(box);
	await page.keyboard.type(' And more.');
	await page.keyboard.press('Escape');
	await expect(asks).toBeVisible();
	await asks.getByRole('button', { name: m.thread_discard_keep({}, en) }).click();
	await expect(box).toBeFocused();
	await thread.holds('Words to change. And more.', box);
	await page.getByRole('button', { name: m.thread_cancel({}, en) }).click();
	await asks.getByRole('button', { name: m.thread_discard_confirm({}, en) }).click();
	await expect(box).toHaveCount(0);
	await edit.click();
	await thread.edited(box);
	await expect(box).toHaveText('Words to change.');
});

test('stars typed with raw keys are marks only where they surely are', async ({ as }) => {
	const { page } = await as(who.expert, en);
	const thread = await new ThreadPage(page).open(slug);
	await thread.type('5 * 6 * 7, *one*, **two words**, `code` and *a*');
	await thread.holds('5 * 6 * 7, one, two words, code and a');
	await page.keyboard.type('b');
	await thread.holds('5 * 6 * 7, one, two words, code and *a*b');
	await expect(thread.box.locator('em, strong, code')).toHaveText(['one', 'two words', 'code']);
});
