import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { cityMention, personMention } from '#lib/model/documents/mentions.ts';
import type { Mentionable } from '#lib/model/threads/mentionable.ts';
import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { actorOf, who } from '../support/actors.ts';
import { groundOf, leaveElsewhere, settle, suspend } from '../support/ground.ts';
import { lineTo } from '../support/line.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'poznan-2017';

function list(page: Page, locale: 'en' | 'lv' = 'en'): Locator {
	return page.getByRole('listbox', { name: m.text_mention_list({}, { locale }) });
}

/** Types with the keys of the editor, which has taken over from the plain field. */
async function type(thread: ThreadPage, words: string): Promise<void> {
	await thread.box.click();
	await expect(thread.box).toHaveAttribute('contenteditable', 'true');
	await thread.page.keyboard.type(words);
}

test('a person is mentioned by the keyboard, and sees it', async ({ as }) => {
	const elio = await as(who.expert);
	const ilze = await as(who.officer, { locale: 'lv', width: 390 });
	const his = await new ThreadPage(elio.page).open(slug);
	const hers = await new ThreadPage(ilze.page, 'lv').open(slug);

	await type(his, 'Dear @il');
	const options = list(elio.page).getByRole('option');
	await expect(options.first()).toHaveText(/Ilze Ozolkalne.*Daugavpils/);
	await expect(options.first()).toHaveAttribute('aria-selected', 'true');
	await expect(his.box).toBeFocused();
	await expect(his.box).toHaveAttribute('aria-controls', (await list(elio.page).getAttribute('id')) ?? '');
	await expect(his.box).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? '');
	await expect(
		elio.page.getByRole('status').filter({ hasText: m.text_mention_found({ count: await options.count() }, { locale: 'en' }) })
	).toHaveCount(1);
	await expectAccessible(elio.page);

	await elio.page.keyboard.press('Enter');
	await expect(list(elio.page)).toHaveCount(0);
	await expect(his.box).not.toHaveAttribute('aria-activedescendant');
	await elio.page.keyboard.type('of @daug');
	await expect(options.first()).toHaveText(/Daugavpils/);
	await elio.page.keyboard.press('Tab');
	await elio.page.keyboard.type('and others');
	await his.holds('Dear @Ilze Ozolkalne of @Daugavpils and others');
	await his.send.click();

	const seen = hers.post('and others');
	await expect(seen).toContainText('Dear @Ilze Ozolkalne of');
	await expect(seen.getByRole('link', { name: '@Daugavpils' })).toHaveAttribute('href', '/network/daugavpils');
	await expect(seen.getByRole('link', { name: '@Ilze Ozolkalne' })).toHaveAttribute('href', /^\/network\/people\/[\da-f-]{36}$/);
	const marked = seen.locator('.own');
	await expect(marked).toHaveCount(2);
	await expect(marked.first()).toHaveText('@Ilze Ozolkalne');
	await expect(his.post('and others').locator('.own')).toHaveCount(0);
	await expectNoSideways(ilze.page);
	await ilze.page.reload();
	await expect(marked).toHaveCount(2);
	await expectAccessible(ilze.page);
});

test('on a phone the list stays on the screen, a tap chooses, and Escape leaves the words alone', async ({ as }) => {
	const { page } = await as(who.officer, { locale: 'lv', width: 390 });
	const thread = await new ThreadPage(page, 'lv').open(slug);
	await type(thread, 'Sveiki, @kal');
	const options = list(page, 'lv').getByRole('option');
	await expect(options).toHaveText([/Kalina Brukowa/]);
	const frame = await list(page, 'lv').boundingBox();
	expect(frame && frame.x >= 0 && frame.x + frame.width <= 390 && frame.y >= 0 && frame.y + frame.height <= 844).toBe(true);
	await options.first().tap();
	await thread.holds('Sveiki, @Kalina Brukowa ');
	await expect(thread.box).toBeFocused();

	await page.keyboard.type('un @poz');
	await expect(options.first()).toHaveText(/Poznaņa/);
	await page.keyboard.press('ArrowUp');
	await expect(options.last()).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('Escape');
	await expect(list(page, 'lv')).toHaveCount(0);
	await page.keyboard.type('n');
	await expect(list(page, 'lv')).toHaveCount(0);
	await page.keyboard.press('Enter');
	await page.keyboard.type('@Nekas.');
	await thread.send.click();
	const post = thread.post('Nekas');
	await expect(post).toContainText('un @pozn');
	await expect(post.locator('[data-mention]')).toHaveText(['@Kalina Brukowa']);
});

test('Backspace takes a mention away whole, and what is left of a changed one is plain', async ({ as }) => {
	const { page } = await as(who.expert);
	const thread = await new ThreadPage(page).open(slug);
	await type(thread, '@ilze');
	await expect(list(page)).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(thread.box.locator('[data-mention]')).toHaveText('@Ilze Ozolkalne');
	await page.keyboard.press('Backspace');
	await page.keyboard.press('Backspace');
	await expect(thread.box).not.toContainText('Ilze');
	await page.keyboard.press('ControlOrMeta+z');
	await expect(thread.box.locator('[data-mention]')).toHaveText('@Ilze Ozolkalne');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.type('n');
	await expect(thread.box.locator('[data-mention]')).toHaveCount(0);
	await expect(thread.box).toContainText('@Ilze Ozolkalnne');
});

test('what is typed first behind a chosen mention takes the place of the space that was put there', async ({ as }) => {
	const { page } = await as(who.expert);
	const thread = await new ThreadPage(page).open(slug);
	const choose = async (words: string) => {
		await page.keyboard.type(words);
		await expect(list(page)).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(list(page)).toHaveCount(0);
	};
	await type(thread, 'To ');
	await choose('@rui');
	await page.keyboard.type(' 24. May, ');
	await choose('@ilze');
	await page.keyboard.type(', and ');
	await choose('@kal');
	await page.keyboard.type('and  more');
	await expect(thread.box).toHaveText('To @Rui Ponteclara 24. May, @Ilze Ozolkalne, and @Kalina Brukowa and  more', {
		useInnerText: true
	});
	// A space that stood there already parts the name from what follows.
	await page.keyboard.press('Home');
	await page.keyboard.type('@daug ');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('Backspace');
	await choose('g');
	await page.keyboard.type('! ');
	await thread.holds('@Daugavpils!  To @Rui Ponteclara 24. May');
	await expect(thread.box.locator('[data-mention]')).toHaveCount(4);
});

test('where the list cannot be had, @ is a letter; an edit offers it as well', async ({ as }) => {
	const { page, watch } = await as(who.expert);
	watch.expectsToHear(/ERR_FAILED/);
	const thread = await new ThreadPage(page).open(slug);
	await page.route('**/mentionable', (route) => route.abort());
	const asked = page.waitForEvent('requestfailed');
	await type(thread, '@ilze');
	await asked;
	await page.keyboard.press('Enter');
	await page.keyboard.type('has the word');
	await expect(list(page)).toHaveCount(0);
	await thread.send.click();
	await expect(thread.post('has the word')).toContainText('@ilze');

	await page.unroute('**/mentionable');
	await thread
		.post('has the word')
		.getByRole('link', { name: m.thread_edit({}, { locale: 'en' }) })
		.click();
	const box = page.getByRole('textbox', { name: m.thread_edit_your_message({}, { locale: 'en' }) });
	await thread.holds('has the word', box);
	await page.keyboard.type(', says @rui');
	await expect(list(page).getByRole('option')).toHaveText([/Rui Ponteclara/]);
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: m.thread_save({}, { locale: 'en' }) }).click();
	await expect(thread.post('has the word').locator('[data-mention]')).toHaveText(['@Rui Ponteclara']);
});

test('whom the meeting is hidden from is neither offered nor mentioned, whatever a socket says', async ({ as, server, visitor }) => {
	const { page, context } = await as(who.expert);
	const ground = await groundOf(server);
	const [foreign, gone] = [`fien@${randomUUID()}.example`, `gone@${randomUUID()}.example`];
	await settle(ground.services, foreign, { elsewhere: true });
	await settle(ground.services, gone, {});
	const [fien, suspended, ilze] = [
		await actorOf(ground.services, foreign),
		await actorOf(ground.services, gone),
		await actorOf(ground.services, who.officer)
	];
	await suspend(ground.services, gone);

	const answer = await page.request.get(`/meetings/${slug}/mentionable`);
	expect(answer.headers()['cache-control']).toBe('private, no-store');
	const { people, cities } = (await answer.json()) as Mentionable;
	expect(people.map(({ name }) => name)).toContain('Ilze Ozolkalne');
	expect(people.map(({ name }) => name)).not.toContain('Elio Fontanella');
	expect(people.filter(({ id }) => id === fien.id || id === suspended.id)).toEqual([]);
	expect(cities).toHaveLength(12);
	expect(Object.keys(people[0] ?? {}).sort()).toEqual(['city', 'expertKind', 'id', 'name', 'role']);

	const elsewhere = await as(foreign);
	expect((await elsewhere.page.request.get(`/meetings/${slug}/mentionable`)).status()).toBe(404);
	const outside = await (await visitor()).page.request.get(`/meetings/${slug}/mentionable`, { maxRedirects: 0 });
	expect([outside.status(), outside.headers().location?.startsWith('/signin')]).toEqual([303, true]);

	const said = [
		`[@${fien.name}](${personMention(fien.id)})`,
		`[@${suspended.name}](${personMention(suspended.id)})`,
		`[@Marek Wiosna](${personMention(ilze.id)})`,
		`[Press here](${personMention(ilze.id)})`,
		`[@Atlantis](${cityMention('da')})`,
		`[@Ilze Ozolkalne](${personMention(ilze.id)})`
	];
	const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
	const socket = await lineTo(server.url, { cookie });
	const input = { commandId: randomUUID(), slug, doc: fromMarkdown(`Hostile: ${said.join(', ')}`), lang: 'en' };
	const done: unknown = await socket.timeout(10_000).emitWithAck('command', { name: 'postMessage', input });
	expect(done).toHaveProperty('ok');
	socket.disconnect();

	const thread = await new ThreadPage(page).open(slug);
	const post = thread.post('Hostile:');
	await expect(post).toContainText(`@${fien.name}, @${suspended.name}, @Marek Wiosna, Press here, @Atlantis, @Ilze Ozolkalne`);
	await expect(post.locator('[data-mention]')).toHaveText(['@Ilze Ozolkalne']);
	await leaveElsewhere(ground.services);
	await ground.close();
});
