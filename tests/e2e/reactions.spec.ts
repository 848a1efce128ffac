import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { expectAccessible } from '../support/accessible.ts';
import { groundOf, leaveWords } from '../support/ground.ts';
import type { RunningServer } from '../support/running-server.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'bologna-2017';
const en = { locale: 'en' } as const;
const lv = { locale: 'lv' } as const;
const agree = { en: m.thread_react_agree({}, en), lv: m.thread_react_agree({}, lv) };
const thanks = { en: m.thread_react_thanks({}, en), lv: m.thread_react_thanks({}, lv) };

async function spoken(server: RunningServer, words: string): Promise<void> {
	const ground = await groundOf(server);
	await leaveWords(ground.services, slug, who.host, words);
	await ground.close();
}

test('with the keyboard alone one reacts, others see it at once and by whom, and one takes it back', async ({ as, server }) => {
	await spoken(server, 'Shall we walk?');
	const elio = await as(who.expert);
	const ilze = await as(who.officer, lv);
	const his = await new ThreadPage(elio.page).open(slug);
	const hers = await new ThreadPage(ilze.page, 'lv').open(slug);
	const dots = his.more('Shall we walk?');
	const { keyboard } = elio.page;
	await his
		.post('Shall we walk?')
		.getByRole('link', { name: m.thread_reply({}, en) })
		.focus();
	// The commonest reaction stands between the answer and everything else.
	await keyboard.press('Tab');
	await expect(his.post('Shall we walk?').getByRole('button', { name: /^Agree with/ })).toBeFocused();
	await keyboard.press('Tab');
	await expect(dots).toBeFocused();
	await expect(his.post('Shall we walk?').locator('.acts')).toHaveCSS('opacity', '1');

	await keyboard.press('Enter');
	const menu = elio.page.getByRole('menu');
	await expect(menu.getByRole('menuitemcheckbox', { name: agree.en })).toBeFocused();
	await expect(dots).toHaveAttribute('aria-expanded', 'true');
	await keyboard.press('Escape');
	await expect(menu).toHaveCount(0);
	await expect(dots).toBeFocused();

	await keyboard.press('Enter');
	await expect(menu.getByRole('menuitemcheckbox', { name: agree.en })).toBeFocused();
	await keyboard.press('ArrowUp');
	await expect(menu.getByRole('menuitem').last()).toBeFocused();
	await keyboard.press('Home');
	await keyboard.press('ArrowRight');
	await expect(menu.getByRole('menuitemcheckbox', { name: thanks.en })).toBeFocused();
	await keyboard.press('Enter');
	await expect(menu).toHaveCount(0);
	await expect(dots).toBeFocused();
	await expect(his.reaction('Shall we walk?', thanks.en)).toHaveAttribute('aria-pressed', 'true');
	await expect(his.reaction('Shall we walk?', thanks.en)).toHaveAccessibleName(`${thanks.en}, 1: ${m.thread_react_you({}, en)}`);
	const seen = hers.reaction('Shall we walk?', thanks.lv);
	await expect(seen).toHaveAccessibleName(`${thanks.lv}, 1: Elio Fontanella`);
	await expect(seen).toHaveText('1');

	await hers.choose('Shall we walk?', thanks.lv);
	await expect(his.reaction('Shall we walk?', thanks.en)).toHaveText('2');
	await keyboard.press('Enter');
	await expect(menu.getByRole('menuitemcheckbox', { name: thanks.en })).toHaveAttribute('aria-checked', 'true');
	await keyboard.press('Tab');
	await expect(menu).toHaveCount(0);
	await his.reaction('Shall we walk?', thanks.en).press('Enter');
	await expect(seen).toHaveAccessibleName(`${thanks.lv}, 1: ${m.thread_react_you({}, lv)}`);
	await seen.click();
	await expect(his.reaction('Shall we walk?', thanks.en)).toHaveCount(0);
	await ilze.page.reload();
	await expect(seen).toHaveCount(0);
});

test('a reaction made while the server is away is shown at once and sent when it is back', async ({ as, server }) => {
	test.slow();
	await spoken(server, 'Is the line there?');
	const elio = await as(who.expert);
	const ilze = await as(who.officer, { ...lv, javaScript: false });
	elio.watch.expectsToHear(/WebSocket|ERR_CONNECTION/);
	const his = await new ThreadPage(elio.page).open(slug);
	await his.more('Is the line there?').click();
	await expect(elio.page.getByRole('menu')).toBeVisible();
	await elio.page.keyboard.press('Escape');
	await server.stop();
	await his.choose('Is the line there?', agree.en);
	await expect(his.reaction('Is the line there?', agree.en)).toHaveAttribute('aria-pressed', 'true');
	await server.start();
	const hers = new ThreadPage(ilze.page, 'lv');
	await expect(async () => {
		await hers.open(slug);
		await expect(hers.reaction('Is the line there?', agree.lv)).toHaveText('1', { timeout: 500 });
	}).toPass({ timeout: 30_000 });
	await expect(hers.reaction('Is the line there?', agree.lv)).toBeDisabled();
	await elio.page.reload();
	await expect(his.reaction('Is the line there?', agree.en)).toHaveAttribute('aria-pressed', 'true');
});

test('set in two tabs of one person it is set once, and taken back in one it is gone in both', async ({ as, server }) => {
	test.slow();
	await spoken(server, 'Two tabs.');
	const { context, page, watch } = await as(who.expert);
	watch.expectsToHear(/WebSocket|ERR_CONNECTION/);
	const pages = [page, await context.newPage()] as const;
	// With the key, what is written is kept for the other tab.
	const keys = pages.map((each) => each.waitForResponse(/draft-key/));
	const tabs = [await new ThreadPage(pages[0]).open(slug), await new ThreadPage(pages[1]).open(slug)] as const;
	const [one, two] = tabs;
	for (const tab of tabs) {
		await tab.more('Two tabs.').click();
		await expect(tab.page.getByRole('menu')).toBeVisible();
	}
	await Promise.all(keys);
	await server.stop();
	await one.page.getByRole('menuitemcheckbox', { name: agree.en }).click();
	// What waits in one tab stands in the other too, which takes it back and sets it again.
	for (const tab of tabs) await expect(tab.reaction('Two tabs.', agree.en)).toHaveText('1');
	await two.page.getByRole('menuitemcheckbox', { name: agree.en }).click();
	for (const tab of tabs) await expect(tab.reaction('Two tabs.', agree.en)).toHaveCount(0);
	await two.choose('Two tabs.', agree.en);
	for (const tab of tabs) await expect(tab.reaction('Two tabs.', agree.en)).toHaveText('1');
	await server.start();
	for (const tab of tabs) await tab.page.reload();
	for (const tab of tabs) await expect(tab.reaction('Two tabs.', agree.en)).toHaveText('1');
	await one.reaction('Two tabs.', agree.en).click();
	for (const tab of tabs) await expect(tab.reaction('Two tabs.', agree.en)).toHaveCount(0);
	for (let n = 0; n < 3; n += 1) await two.choose('Two tabs.', agree.en);
	await two.say('Said after it all.');
	await expect(one.post('Said after it all.')).toHaveCount(1);
	for (const tab of tabs) await expect(tab.reaction('Two tabs.', agree.en)).toHaveText('1');
	await page.reload();
	await expect(one.reaction('Two tabs.', agree.en)).toHaveText('1');
});

test('who may only read sees reactions and sets none, and nothing is wrong with the page in either theme', async ({ as, server }) => {
	await spoken(server, 'To be liked.');
	const elio = await as(who.expert);
	const his = await new ThreadPage(elio.page).open(slug);
	await his.choose('To be liked.', agree.en);
	const { page } = await as(who.reader, en);
	const reader = await new ThreadPage(page).open(slug);
	await expect(reader.reaction('To be liked.', agree.en)).toBeDisabled();
	for (const each of [page, elio.page])
		for (const colorScheme of ['light', 'dark'] as const) {
			await each.emulateMedia({ colorScheme });
			await expectAccessible(each);
		}
	await reader.more('To be liked.').click();
	await expect(page.getByRole('menuitemcheckbox')).toHaveCount(0);
	await expect(page.getByRole('menuitem')).toHaveText([m.thread_copy_address({}, en)]);
});
