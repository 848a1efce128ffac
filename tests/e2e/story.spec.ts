import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

test('an officer of Daugavpils and an expert write in the Coimbra meeting and see each other at once', async ({ as, server }) => {
	const ilze = await as(who.officer, { locale: 'lv' });
	const elio = await as(who.expert);
	const hers = await new ThreadPage(ilze.page, 'lv').open();
	const his = await new ThreadPage(elio.page).open();

	await hers.say('Mēs Daugavpilī sāktu ar vienu vietu un vienu darbdienu.');
	await expect(his.post('vienu darbdienu')).toBeVisible();
	await expect(his.post('vienu darbdienu')).toContainText('Ilze Ozolkalne');

	await his.say('And who keeps the door open after the first month?');
	await expect(hers.post('after the first month')).toContainText('Elio Fontanella');

	await hers.change('vienu darbdienu', 'Mēs Daugavpilī sāktu ar vienu vietu un divām darbdienām.');
	await expect(his.post('divām darbdienām')).toBeVisible();
	await expect(his.post('vienu darbdienu')).toHaveCount(0);

	await his.remove('after the first month');
	await expect(hers.post('after the first month')).toHaveCount(0);
	await expect(hers.page.getByRole('article').filter({ hasText: 'Elio Fontanella' }).last()).toBeVisible();

	for (const { watch } of [ilze, elio]) watch.expectsToHear(/WebSocket|ERR_CONNECTION|Failed to load resource/);
	await server.restart();
	for (const { page } of [ilze, elio]) await page.reload();
	await expect(hers.post('divām darbdienām')).toBeVisible();
	await expect(his.post('divām darbdienām')).toContainText('Ilze Ozolkalne');
	await expect(his.post('after the first month')).toHaveCount(0);
});

test('a page that stays open while the server restarts reconnects and shows what it missed', async ({ as, server }) => {
	const elio = await as(who.expert);
	const ilze = await as(who.officer, { javaScript: false, locale: 'lv' });
	const his = await new ThreadPage(elio.page).open();
	elio.watch.expectsToHear(/WebSocket|ERR_CONNECTION/);
	await his.say('Is anybody here?');

	await server.stop();
	await his.write('Written while nobody listened.');
	await his.send.click();
	await expect(his.post('Written while nobody listened.')).toHaveCount(1);
	await server.start();

	const hers = await new ThreadPage(ilze.page, 'lv').open();
	await hers.say('Sacīts, kamēr lapa vēl meklē serveri.');
	await expect(his.post('kamēr lapa vēl meklē')).toBeVisible();
	await expect(his.post('Written while nobody listened.').getByRole('link', { name: m.thread_edit({}, { locale: 'en' }) })).toBeVisible();
	await ilze.page.reload();
	await expect(hers.post('Written while nobody listened.')).toHaveCount(1);
});

test('a draft comes back after a reload in mid-typing', async ({ as }) => {
	const { page } = await as(who.expert);
	const thread = await new ThreadPage(page).open('genoa-2016');
	await thread.write('Half a thought about the makers');
	await page.reload();
	await thread.holds('Half a thought about the makers');
	await thread.box.pressSequentially(' and their labs');
	await thread.send.click();
	await expect(thread.post('Half a thought about the makers and their labs')).toHaveCount(1);
	await page.reload();
	await thread.holds('');
	await expect(thread.post('Half a thought about')).toHaveCount(1);
});

test('what is written while the last message is still being kept stays, over a reload too', async ({ as }) => {
	const { context, page } = await as(who.expert);
	await context.addInitScript(() => {
		const { get, set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete') as Required<PropertyDescriptor>;
		Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
			configurable: true,
			get,
			set(this: IDBTransaction, hear: ((event: Event) => void) | null) {
				set.call(this, hear && ((event: Event) => setTimeout(() => hear.call(this, event), 1000)));
			}
		});
	});
	const thread = await new ThreadPage(page).open('genoa-2016');
	await thread.write('One thing at a time');
	await thread.send.click();
	await expect(thread.post('One thing at a time')).toHaveCount(1);
	await thread.holds('');
	await thread.box.pressSequentially('and the next one');
	await expect(thread.post('One thing at a time').getByRole('link', { name: m.thread_edit({}, { locale: 'en' }) })).toBeVisible();
	await thread.holds('and the next one');
	await page.reload();
	await thread.holds('and the next one');
	await thread.send.click();
	await expect(thread.post('and the next one')).toHaveCount(1);
	await page.reload();
	await thread.holds('');
});
