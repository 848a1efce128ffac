import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { cityMention, personMention } from '#lib/model/documents/mentions.ts';
import { deletePost } from '#lib/server/threads/change-post.ts';
import { hidePost } from '#lib/server/threads/hide-post.ts';
import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { actorOf, who } from '../support/actors.ts';
import { groundOf, leaveMarkdown, type Ground } from '../support/ground.ts';
import { InboxPage } from '../support/inbox-page.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'nantes-2017';

const ilze = async (ground: Ground) => {
	const { id, name } = await actorOf(ground.services, who.officer);
	return `[@${name}](${personMention(id)})`;
};

test('who is mentioned sees it counted at once on another page, and it leads to the place', async ({ as }) => {
	const elio = await as(who.expert);
	const officer = await as(who.officer, { locale: 'en' });
	const inbox = new InboxPage(officer.page);
	await officer.page.goto('/network');
	const before = await inbox.count();

	const his = await new ThreadPage(elio.page).open(slug);
	await his.box.click();
	await expect(his.box).toHaveAttribute('contenteditable', 'true');
	await elio.page.keyboard.type('Dear @ilze');
	await expect(elio.page.getByRole('option', { name: /Ilze/ })).toBeVisible();
	await elio.page.keyboard.press('Enter');
	await elio.page.keyboard.type('the numbers are here');
	await his.send.click();
	await expect.poll(() => inbox.count()).toBe(before + 1);
	await expect(officer.page.getByRole('status').filter({ hasText: String(before + 1) })).toHaveCount(1);
	await expectAccessible(officer.page);

	await inbox.link.click();
	await expect(inbox.place('the numbers are here')).toHaveText(m.inbox_mentioned_you({ name: 'Elio Fontanella' }, { locale: 'en' }));
	await expect(inbox.entry('the numbers are here')).toContainText(m.inbox_new({}, { locale: 'en' }));
	await expectAccessible(officer.page);
	await inbox.place('the numbers are here').click();
	await expect(officer.page).toHaveURL(new RegExp(`/meetings/${slug}.*#p-\\d+$`));
	await expect(new ThreadPage(officer.page).post('the numbers are here')).toBeInViewport();
	await inbox.open();
	await expect(inbox.entry('the numbers are here')).not.toContainText(m.inbox_new({}, { locale: 'en' }));
	expect(await inbox.count()).toBe(before + 1);
});

test('one number stands on desk, bell, inbox and title, also without scripts; an answer on one screen settles it on the other', async ({
	as,
	server
}) => {
	const ground = await groundOf(server);
	const screens = [await as(who.officer, { locale: 'en' }), await as(who.officer, { locale: 'en', width: 390 })];
	const [laptop, phone] = screens.map(({ page }) => page) as [Page, Page];
	await laptop.goto('/');
	const waits = async (page: Page, count: number, inbox = false) => {
		await expect.poll(() => new InboxPage(page).count()).toBe(count);
		await expect(page).toHaveTitle(new RegExp(`^\\(${count}\\) `));
		const said = inbox
			? page.getByRole('link', { name: m.inbox_waits({}, { locale: 'en' }) })
			: page.getByRole('heading', { level: 1 });
		await expect(said).toContainText(inbox ? String(count) : m.desk_waiting({ count }, { locale: 'en' }));
	};
	const before = await new InboxPage(laptop).count();
	await leaveMarkdown(ground.services, slug, who.expert, `${await ilze(ground)}, which hours suit you?`);
	await new InboxPage(phone).open();
	await waits(laptop, before + 1);
	await waits(phone, before + 1, true);
	const { page: plain } = await as(who.officer, { locale: 'en', javaScript: false });
	await plain.goto('/');
	await waits(plain, before + 1);
	await new InboxPage(plain).open();
	await waits(plain, before + 1, true);

	const thread = new ThreadPage(laptop);
	// The desk says elsewhere too what was written last.
	const waiting = laptop
		.locator('main li')
		.filter({ hasText: 'which hours suit you?' })
		.filter({ has: laptop.getByRole('link', { name: m.desk_see({}, { locale: 'en' }) }) });
	await waiting.getByRole('heading').getByRole('link').click();
	await expect(laptop).toHaveURL(/#p-\d+$/);
	await expect(thread.post('which hours suit you?')).toBeInViewport();
	await laptop.goto('/');
	await waits(laptop, before + 1);
	await waits(phone, before + 1, true);

	await thread.open(slug);
	await thread.answer('which hours suit you?', 'The morning');
	await expect(new InboxPage(phone).entry('which hours suit you?')).toHaveCount(0);
	await expect.poll(() => new InboxPage(phone).count()).toBe(before);
	await laptop.goto('/');
	await expect.poll(() => new InboxPage(laptop).count()).toBe(before);
	await expect(waiting).toHaveCount(0);
	await ground.close();
});

test('what comes while the inbox is open stands in it at once; done on one page is done on the other', async ({ as, server }) => {
	const ground = await groundOf(server);
	const first = await as(who.coordinator, { locale: 'en' });
	const here = await new InboxPage(first.page).open();
	const there = await new InboxPage(await first.context.newPage()).open();
	await expect.poll(() => first.page.evaluate(() => document.visibilityState)).toBe('visible');

	await leaveMarkdown(ground.services, slug, who.host, `[@Daugavpils](${cityMention('da')}), who will come?`);
	for (const inbox of [here, there])
		await expect(inbox.place('who will come?')).toHaveText(
			m.inbox_mentioned_city({ name: 'Inês Salgueiral', city: 'Daugavpils' }, { locale: 'en' })
		);
	const count = await here.count();
	await here.finish('who will come?').click();
	for (const inbox of [here, there]) await expect(inbox.entry('who will come?')).toHaveCount(0);
	await expect.poll(() => there.count()).toBe(count - 1);
	await expectAccessible(first.page);
	await here.undo.click();
	for (const inbox of [here, there]) await expect(inbox.entry('who will come?')).toHaveCount(1);
	await expect.poll(() => there.count()).toBe(count);
	await ground.close();
});

test('by the keyboard alone: moving, opening, done, all done, undone, and letters where letters are meant', async ({ as, server }) => {
	const ground = await groundOf(server);
	for (const n of ['one', 'two', 'three']) await leaveMarkdown(ground.services, slug, who.expert, `${await ilze(ground)}: key ${n}`);
	const { page } = await as(who.officer, { locale: 'en' });
	const inbox = await new InboxPage(page).open();
	await expect(inbox.entry('key three')).toHaveCount(1);
	await expect(async () => {
		await page.keyboard.press('j');
		await expect(inbox.place('key three')).toBeFocused({ timeout: 500 });
	}).toPass();
	await page.keyboard.press('ArrowDown');
	await expect(inbox.place('key two')).toBeFocused();
	await page.keyboard.press('e');
	await expect(inbox.entry('key two')).toHaveCount(0);
	await expect(inbox.place('key one')).toBeFocused();
	await page.keyboard.press('z');
	await expect(inbox.entry('key two')).toHaveCount(1);
	await page.keyboard.press('k');
	await expect(inbox.place('key two')).toBeFocused();
	await page.keyboard.press('Shift+E');
	for (const n of ['one', 'two', 'three']) await expect(inbox.entry(`key ${n}`)).toHaveCount(0);
	await page.keyboard.press('z');
	for (const n of ['one', 'two', 'three']) await expect(inbox.entry(`key ${n}`)).toHaveCount(1);

	await page.keyboard.press('?');
	const keys = page.getByRole('dialog', { name: m.inbox_keys({}, { locale: 'en' }) });
	await expect(keys).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press('e');
	await page.keyboard.press('Escape');
	await expect(keys).toBeHidden();
	await expect(inbox.entry('key three')).toHaveCount(1);
	await inbox.place('key three').focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#p-\d+$/);
	await ground.close();
});

test('without scripts things are marked, brought back and opened by forms, in Latvian on a phone', async ({ as, server }) => {
	const ground = await groundOf(server);
	await leaveMarkdown(ground.services, slug, who.expert, `${await ilze(ground)}, plain forms do it`);
	const { page } = await as(who.officer, { locale: 'lv', width: 390, javaScript: false });
	const inbox = await new InboxPage(page, 'lv').open();
	await expect(inbox.place('plain forms do it')).toHaveText(m.inbox_mentioned_you({ name: 'Elio Fontanella' }, { locale: 'lv' }));
	await expectNoSideways(page);
	await inbox.finish('plain forms do it').click();
	await expect(inbox.entry('plain forms do it')).toHaveCount(0);
	await inbox.undo.click();
	await expect(inbox.entry('plain forms do it')).toHaveCount(1);
	await inbox.finish('plain forms do it').click();
	await page.getByRole('link', { name: m.inbox_done({}, { locale: 'lv' }), exact: true }).click();
	await inbox.finish('plain forms do it').click();
	await expect(inbox.entry('plain forms do it')).toHaveCount(0);
	await inbox.open();
	await inbox.place('plain forms do it').click();
	await expect(page).toHaveURL(/#p-\d+$/);
	await ground.close();
});

test('what is hidden or deleted is told no more at once, also on an open page; its author reads why', async ({ as, server }) => {
	const ground = await groundOf(server);
	const { page } = await as(who.officer, { locale: 'en' });
	const inbox = await new InboxPage(page).open();
	const before = await inbox.count();
	const lead = await actorOf(ground.services, who.lead);
	const secret = await leaveMarkdown(ground.services, slug, who.expert, `${await ilze(ground)}, words to hide`);
	const slip = await leaveMarkdown(ground.services, slug, who.lead, `${await ilze(ground)}, words to delete`);
	await expect(inbox.entry('words to hide')).toHaveCount(1);
	await expect(inbox.entry('words to delete')).toHaveCount(1);
	await hidePost(ground.services, lead, { commandId: crypto.randomUUID(), id: secret.id, reason: 'It names a child' });
	await deletePost(ground.services, lead, { commandId: crypto.randomUUID(), id: slip.id });
	for (const gone of ['words to hide', 'words to delete']) await expect(inbox.entry(gone)).toHaveCount(0);
	await expect.poll(() => inbox.count()).toBe(before);
	expect(await page.content()).not.toContain('words to hide');
	const answer = await page.request.get('/inbox');
	expect(await answer.text()).not.toContain('words to');
	const author = await as(who.expert, { locale: 'en' });
	const his = await new InboxPage(author.page).open();
	await expect(his.place(m.inbox_because({ reason: 'It names a child' }, { locale: 'en' }))).toHaveText(
		m.inbox_hid_yours({ name: lead.name }, { locale: 'en' })
	);
	await expectAccessible(author.page);
	await ground.close();
});

test('the desk says who addressed one and where, and the sentence of the day counts it', async ({ as, server }) => {
	const ground = await groundOf(server);
	await leaveMarkdown(ground.services, slug, who.expert, `${await ilze(ground)}, for the desk`);
	const { page } = await as(who.officer, { locale: 'lv', width: 390 });
	await page.goto('/');
	const told = page.locator('main li').filter({ hasText: 'for the desk' }).first();
	await expect(told.getByRole('heading', { level: 2 })).toHaveText(m.inbox_mentioned_you({ name: 'Elio Fontanella' }, { locale: 'lv' }));
	const count = await new InboxPage(page, 'lv').count();
	expect(count).toBeGreaterThan(0);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(m.desk_waiting({ count }, { locale: 'lv' }));
	await expectNoSideways(page);
	await expectAccessible(page);
	await told.getByRole('link').last().click();
	await expect(page).toHaveURL(/#p-\d+$/);
	await ground.close();
});

test('how much one hears of a meeting is chosen on its page, with and without scripts', async ({ as, server }) => {
	const ground = await groundOf(server);
	const place = 'wolverhampton-2016';
	const { page } = await as(who.local, { locale: 'en' });
	await page.goto(`/meetings/${place}`);
	const choice = (on: Page) => on.getByLabel(m.follow_label({}, { locale: 'en' }));
	await expect(choice(page)).toHaveValue('mentions');
	await expectAccessible(page);
	const set = page.waitForResponse((answer) => answer.url().endsWith('/follow') && answer.request().method() === 'POST');
	await choice(page).selectOption('all');
	expect((await set).status()).toBeLessThan(400);
	await leaveMarkdown(ground.services, place, who.host, 'Everybody who follows reads this');
	const inbox = await new InboxPage(page).open('?view=informing');
	await expect(inbox.entry('Everybody who follows reads this')).toHaveCount(1);

	const bare = await as(who.local, { locale: 'en', javaScript: false });
	await bare.page.goto(`/meetings/${place}`);
	await expect(choice(bare.page)).toHaveValue('all');
	await choice(bare.page).selectOption('mentions');
	await bare.page.getByRole('button', { name: m.follow_set({}, { locale: 'en' }) }).click();
	await expect(choice(bare.page)).toHaveValue('mentions');
	await ground.close();
});
