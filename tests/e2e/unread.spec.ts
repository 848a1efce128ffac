import { m } from '#lib/i18n/m';
import { expectAccessible } from '../support/accessible.ts';
import { who } from '../support/actors.ts';
import { groundOf, readEverything } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'bologna-2017';
const menu = { name: new RegExp(m.shell_meetings({}, { locale: 'lv' })) };

test('the menu and the list of meetings count what one has not read, live, until it was on screen in any tab', async ({ as, server }) => {
	const { services, close } = await groundOf(server);
	await readEverything(services, who.coordinator);
	await close();
	const elio = await as(who.expert);
	const ilze = await as(who.coordinator, { locale: 'lv', width: 390 });
	const { page, context } = ilze;
	const hers = await new ThreadPage(page, 'lv').open(slug);
	await expect(hers.box).toBeVisible();
	await page.goto('/meetings');
	const row = page.getByRole('listitem').filter({ has: page.locator(`a[href="/meetings/${slug}"]`) });
	const link = page.getByRole('navigation', { name: m.shell_rooms({}, { locale: 'lv' }) }).getByRole('link', menu);
	await expect(row).not.toContainText('nelasīt');
	const before = Number(/\d+/.exec(await link.innerText())?.[0] ?? 0);

	const his = await new ThreadPage(elio.page).open(slug);
	await his.say('Something new for Daugavpils');
	await his.say('And one thing more');
	await expect(row).toContainText(m.shell_unread({ count: 2 }, { locale: 'lv' }));
	await expect(link).toHaveAccessibleName(new RegExp(m.shell_unread({ count: before + 2 }, { locale: 'lv' })));
	await expectAccessible(page);

	const tab = await context.newPage();
	await tab.goto(`/meetings/${slug}`);
	await tab.locator('[data-end]').scrollIntoViewIfNeeded();
	await tab.mouse.wheel(0, 2000);
	// Whichever of the two tabs tells the server: this one tells what is left of any as soon as somebody stirs.
	await page.mouse.move(100, 200);
	await expect(row).not.toContainText('nelasīt');
	await hers.open(slug);
	await expect(hers.post('And one thing more')).toBeVisible();
	await page.goto('/meetings');
	await expect(row).not.toContainText('nelasīt');
});
