import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { groundOf, readEverything, leaveWords } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const en = { locale: 'en' } as const;
const slug = 'nantes-2017';

test('what was being changed when another window changed it comes back after a reload, beside what stands now', async ({ as }) => {
	const [mine, other] = [await as(who.expert), await as(who.expert)];
	const thread = await new ThreadPage(mine.page).open(slug);
	await thread.say('Begun in one place');
	const edit = (words: string) =>
		thread
			.post(words)
			.getByRole('link', { name: m.thread_edit({}, en), exact: true })
			.click();
	const box = mine.page.getByRole('textbox', { name: m.thread_edit_your_message({}, en) });
	await edit('Begun in one place');
	await thread.holds('Begun in one place', box);
	await thread.edited(box);
	await box.fill('Half changed by me');
	const elsewhere = await new ThreadPage(other.page).open(slug);
	await elsewhere.change('Begun in one place', 'Changed in another place');
	await thread.open(slug);
	await edit('Changed in another place');
	await thread.holds('Half changed by me', box);
	await expect(mine.page.getByText(m.thread_refused_edited_meanwhile({}, en))).toBeVisible();
	await expect(
		mine.page.locator('section', { has: mine.page.getByRole('heading', { name: m.thread_says_now({}, en) }) }).last()
	).toContainText('Changed in another place');

	await box.press('ControlOrMeta+Enter');
	await expect(box).toHaveCount(0);
	await expect(thread.post('Half changed by me')).toHaveCount(1);
	await expect(elsewhere.post('Half changed by me')).toHaveCount(1);
	await edit('Half changed by me');
	await expect(mine.page.getByText(m.thread_refused_edited_meanwhile({}, en))).toHaveCount(0);
});

test('on the page of an edit what another window has overtaken is kept beside what stands now', async ({ as, server }) => {
	const ground = await groundOf(server);
	const { seq } = await leaveWords(ground.services, slug, who.expert, 'Begun on a page');
	await ground.close();
	const [mine, other] = [await as(who.expert), await as(who.expert)];
	const [thread, elsewhere] = [new ThreadPage(mine.page), await new ThreadPage(other.page).open(slug)];
	const box = mine.page.getByRole('textbox', { name: m.thread_edit_your_message({}, en) });
	await mine.page.goto(`/meetings/${slug}/p/${seq}/edit`);
	await box.click();
	await expect(box).toHaveAttribute('contenteditable', 'true');
	await box.fill('Half changed on the page');
	await elsewhere.change('Begun on a page', 'Changed meanwhile');
	await mine.page.reload();
	await thread.holds('Half changed on the page', box);
	await expect(mine.page.getByText(m.thread_refused_edited_meanwhile({}, en))).toBeVisible();
	await expect(mine.page.getByText('Changed meanwhile', { exact: true })).toBeVisible();
	await mine.page.getByRole('button', { name: m.thread_save({}, en) }).click();
	await expect(thread.post('Half changed on the page')).toHaveCount(1);
});

test('a change that is too much for one message says so, and is kept', async ({ as }) => {
	const { page } = await as(who.expert);
	const thread = await new ThreadPage(page).open(slug);
	await thread.say('To be made too large');
	await thread
		.post('To be made too large')
		.getByRole('link', { name: m.thread_edit({}, en), exact: true })
		.click();
	const box = page.getByRole('textbox', { name: m.thread_edit_your_message({}, en) });
	await thread.holds('To be made too large', box);
	await thread.edited(box);
	await box.press('ControlOrMeta+a');
	// A list of more parts than a message may have, though its words are few.
	await box.evaluate((field) => {
		const pasted = new DataTransfer();
		pasted.setData('text/html', `<ul>${'<li>x</li>'.repeat(4000)}</ul>`);
		field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }));
	});
	await page.getByRole('button', { name: m.thread_save({}, en) }).click();
	await expect(page.getByText(m.thread_refused_too_large({}, en))).toBeVisible();
	await thread.holds('xxx', box);
});

test('more than is counted is said to be more, in the list of meetings and its menu', async ({ as, server }) => {
	test.slow();
	const { services, close } = await groundOf(server);
	await readEverything(services, who.coordinator);
	for (let n = 0; n < 120; n += 1) await leaveWords(services, 'genoa-2016', who.host, `Many ${n}.`);
	await close();
	for (const locale of ['en', 'lv'] as const) {
		const { page } = await as(who.coordinator, { locale });
		await page.goto('/meetings');
		const words = locale === 'en' ? '99+ unread' : '99+ nelasītas';
		await expect(page.getByRole('listitem').filter({ has: page.locator('a[href="/meetings/genoa-2016"]') })).toContainText(words);
		const menu = page.getByRole('navigation', { name: m.shell_rooms({}, { locale }) });
		await expect(menu.getByRole('link', { name: words })).toHaveCount(1);
	}
});
