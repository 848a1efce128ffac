import { m } from '#lib/i18n/m';
import { pieceOf } from '../../scripts/weigh.mjs';
import { who } from '../support/actors.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

test('a double click makes one post', async ({ as }) => {
	const { page } = await as(who.expert);
	const thread = await new ThreadPage(page).open('nantes-2017');
	await thread.write('Pressed twice by a nervous hand');
	await thread.send.dblclick();
	await expect(thread.post('Pressed twice')).toHaveCount(1);
	await page.reload();
	await expect(thread.post('Pressed twice')).toHaveCount(1);
});

test('the back button and the same form again make one post', async ({ as }) => {
	const { page } = await as(who.expert, { javaScript: false });
	const thread = await new ThreadPage(page).open('nantes-2017');
	const form = await thread.formId();
	await thread.say('Sent, and back, and sent');
	await thread.backTo(form);
	await thread.box.fill('Sent, and back, and sent');
	await thread.send.click();
	await expect(thread.post('Sent, and back, and sent')).toHaveCount(1);
});

test('a changed text under an old form is not swallowed', async ({ as }) => {
	const { page, watch } = await as(who.expert, { javaScript: false });
	watch.expectsToHear(/status of 409/);
	const thread = await new ThreadPage(page).open('nantes-2017');
	const form = await thread.formId();
	await thread.say('The first words');
	await thread.backTo(form);
	await thread.box.fill('Quite other words');
	await thread.send.click();
	await expect(page.getByText(m.thread_refused_sent_before({}, { locale: 'en' }))).toBeVisible();
	await expect(thread.box).toHaveValue('Quite other words');
	await thread.send.click();
	await expect(thread.post('Quite other words')).toHaveCount(1);
	await expect(thread.post('The first words')).toHaveCount(1);
});

test('an edit over a newer edit is kept, not lost', async ({ as }) => {
	const [one, two] = [await as(who.expert, { javaScript: false }), await as(who.expert, { javaScript: false })];
	two.watch.expectsToHear(/status of 409/);
	const [left, right] = [await new ThreadPage(one.page).open('nantes-2017'), new ThreadPage(two.page)];
	await left.say('To be edited in two windows');
	await right.open('nantes-2017');
	const edit = m.thread_edit({}, { locale: 'en' });
	const save = m.thread_save({}, { locale: 'en' });
	for (const thread of [left, right]) await thread.post('two windows').getByRole('link', { name: edit }).click();
	await one.page.getByRole('textbox').fill('Edited on the left');
	await one.page.getByRole('button', { name: save }).click();
	await expect(left.post('Edited on the left')).toHaveCount(1);
	await two.page.getByRole('textbox').fill('Edited on the right');
	await two.page.getByRole('button', { name: save }).click();
	await expect(two.page.getByText(m.thread_refused_edited_meanwhile({}, { locale: 'en' }))).toBeVisible();
	await expect(two.page.getByRole('textbox')).toHaveValue('Edited on the right');
});

test('an edit that another window has overtaken shows what stands now, and saves over it', async ({ as }) => {
	// Two browsers: windows of one browser go on with the same draft.
	const [one, two] = [await as(who.expert), await as(who.expert)];
	const [left, right] = [await new ThreadPage(one.page).open('nantes-2017'), new ThreadPage(two.page)];
	await left.say('Changed here and there');
	await right.open('nantes-2017');
	await right
		.post('Changed here and there')
		.getByRole('link', { name: m.thread_edit({}, { locale: 'en' }) })
		.click();
	const box = right.page.getByRole('textbox', { name: m.thread_edit_your_message({}, { locale: 'en' }) });
	await right.holds('Changed here and there', box);
	await right.edited(box);
	await box.fill('Changed in the second window');
	await left.change('Changed here and there', 'Changed in the first window');
	const save = right.page.getByRole('button', { name: m.thread_save({}, { locale: 'en' }) });
	await save.click();
	await expect(right.page.getByText(m.thread_refused_edited_meanwhile({}, { locale: 'en' }))).toBeVisible();
	await expect(right.page.getByText('Changed in the first window')).toBeVisible();
	await right.holds('Changed in the second window', box);
	await save.click();
	await expect(box).toHaveCount(0);
	await expect(right.post('Changed in the second window')).toHaveCount(1);
	await expect(left.post('Changed in the second window')).toHaveCount(1);
});

const changing = () => `**${pieceOf('src/lib/components/thread/PostEdit.svelte')}`;

test('a message is changed where it stands although the line is gone by then', async ({ as }) => {
	const { page, context, watch } = await as(who.expert);
	watch.expectsToHear(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
	const fetched = page.waitForResponse(changing());
	const thread = await new ThreadPage(page).open('nantes-2017');
	await thread.say('To be changed on the train');
	await fetched;
	await context.setOffline(true);
	await thread
		.post('on the train')
		.getByRole('link', { name: m.thread_edit({}, { locale: 'en' }) })
		.click();
	const box = page.getByRole('textbox', { name: m.thread_edit_your_message({}, { locale: 'en' }) });
	await thread.holds('To be changed on the train', box);
	await box.fill('Changed on the train');
	await page.getByRole('button', { name: m.thread_save({}, { locale: 'en' }) }).click();
	await context.setOffline(false);
	await expect(thread.post('Changed on the train')).toHaveCount(1);
	await expect(box).toHaveCount(0);
});

test('where the way to edit in place cannot be had, its page is opened, and keeps what is written', async ({ as }) => {
	const { page, watch } = await as(who.expert);
	watch.expectsToHear(/ERR_FAILED|Failed to load resource/);
	// As after an update of the server.
	await page.route(changing(), (route) => route.abort());
	const thread = await new ThreadPage(page).open('nantes-2017');
	await thread.say('To be changed after an update');
	await thread
		.post('after an update')
		.getByRole('link', { name: m.thread_edit({}, { locale: 'en' }) })
		.click();
	await expect(page).toHaveURL(/\/p\/\d+\/edit$/);
	const box = page.getByRole('textbox');
	await thread.holds('To be changed', box);
	await box.click();
	await expect(box).toHaveAttribute('contenteditable', 'true');
	await box.fill('Changed on its own page');
	await page.reload();
	await thread.holds('Changed on its own page', page.getByRole('textbox'));
	await page.getByRole('button', { name: m.thread_save({}, { locale: 'en' }) }).click();
	await expect(thread.post('Changed on its own page')).toHaveCount(1);
});
