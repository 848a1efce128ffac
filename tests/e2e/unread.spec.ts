import { m } from '#lib/i18n/m';
import { expectAccessible } from '../support/accessible.ts';
import { who } from '../support/actors.ts';
import { groundOf, leaveWords, readEverything } from '../support/ground.ts';
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

test('what was read is told before the page is left: the next one counts it already as it comes from the server', async ({
	as,
	server
}) => {
	const { services, close } = await groundOf(server);
	for (const email of [who.expert, who.coordinator]) await readEverything(services, email);
	for (let n = 1; n <= 30; n += 1) await leaveWords(services, 'wolverhampton-2016', who.host, `Told ${n}.`);
	await close();
	for (const how of ['another address', 'another tab']) {
		const { page, context } = await as(how === 'another tab' ? who.coordinator : who.expert, { locale: 'en' });
		const thread = await new ThreadPage(page).open('wolverhampton-2016');
		await thread.unread(30);
		await expect(thread.menu).not.toHaveAccessibleName(/ 30 /);
		const left = Number(/\d+/.exec(await thread.menu.innerText())?.[0]);
		expect(left).toBeGreaterThan(0);
		const next = how === 'another tab' ? await context.newPage() : page;
		if (how === 'another tab') await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
		const html = await (await next.goto('/inbox'))!.text();
		expect(html, how).toContain(`>${m.shell_unread({ count: left }, { locale: 'en' })}<`);
		await new ThreadPage(next).unread(left);
	}
});
