import { m } from '#lib/i18n/m';
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
	for (const thread of [left, right])
		await thread.post('two windows').getByRole('link', { name: edit }).click();
	await one.page.getByRole('textbox').fill('Edited on the left');
	await one.page.getByRole('button', { name: save }).click();
	await expect(left.post('Edited on the left')).toHaveCount(1);
	await two.page.getByRole('textbox').fill('Edited on the right');
	await two.page.getByRole('button', { name: save }).click();
	await expect(two.page.getByText(m.thread_refused_edited_meanwhile({}, { locale: 'en' }))).toBeVisible();
	await expect(two.page.getByRole('textbox')).toHaveValue('Edited on the right');
});
