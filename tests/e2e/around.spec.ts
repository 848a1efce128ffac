import { who } from '../support/actors.ts';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

test('two see that they are here together, and who of them writes', async ({ as }) => {
	const ilze = await as(who.officer, { locale: 'lv', width: 390 });
	const elio = await as(who.expert, { locale: 'en' });
	const hers = await new ThreadPage(ilze.page, 'lv').open('genoa-2016');
	await expect(ilze.page.getByRole('button', { name: /cilvēk/ })).toHaveCount(0);
	const his = await new ThreadPage(elio.page).open('genoa-2016');

	await ilze.page.getByRole('button', { name: '2 cilvēki no 1 pilsētas' }).click();
	await expect(ilze.page.getByRole('listitem').filter({ hasText: 'Elio Fontanella' })).toContainText('Eksperts');
	await expectAccessible(ilze.page);
	await ilze.page.keyboard.press('Escape');
	await expect(elio.page.getByRole('button', { name: '2 people from 1 city' })).toBeVisible();

	const height = () => elio.page.evaluate(() => document.querySelector('.foot')?.getBoundingClientRect().height);
	const before = await height();
	await hers.box.click();
	await hers.box.pressSequentially('Man ir jautājums');
	await expect(elio.page.getByText('Ilze Ozolkalne from Daugavpils is writing', { exact: true }).first()).toBeVisible();
	expect(await height()).toBe(before);
	await expectAccessible(elio.page);
	await hers.send.click();
	await expect(his.post('Man ir jautājums')).toBeVisible();
	await expect(elio.page.locator('.foot').getByText('is writing')).toHaveCount(0);

	await ilze.context.close();
	await expect(elio.page.getByRole('button', { name: /people/ })).toHaveCount(0);
});
