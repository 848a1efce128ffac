import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { groundOf, leaveWords, readEverything } from '../support/ground.ts';
import type { RunningServer } from '../support/running-server.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'nantes-2017';
const en = { locale: 'en' } as const;
const lv = { locale: 'lv' } as const;

/** Words that stand in the thread, and the places where they do. */
async function spoken(server: RunningServer, ...all: [email: string, words: string, replyTo?: string][]): Promise<void> {
	const ground = await groundOf(server);
	const places = new Map<string, number>();
	for (const [email, words, replyTo] of all) {
		const { seq } = await leaveWords(ground.services, slug, email, words, replyTo === undefined ? null : (places.get(replyTo) ?? null));
		places.set(words, seq);
	}
	await ground.close();
}

const manyWords = (name: string, count: number) => Array.from({ length: count }, (_, n): [string, string] => [who.host, `${name} ${n}.`]);

/** What the reader looks at, and where it stands: nothing others do moves it. */
async function still(thread: ThreadPage, words: string[], happens: () => Promise<void>): Promise<void> {
	const tops = () => Promise.all(words.map((one) => thread.top(thread.post(one))));
	const before = await tops();
	await happens();
	expect(await tops()).toEqual(before);
}

test('an answer stands under what it answers, at once for its author; under the eyes of others nothing moves', async ({ as, server }) => {
	await spoken(server, ...manyWords('Still', 25));
	const ground = await groundOf(server);
	await readEverything(ground.services, who.expert);
	await ground.close();
	const elio = await as(who.expert);
	const ilze = await as(who.officer, lv);
	const his = await new ThreadPage(elio.page).open(slug);
	const hers = await new ThreadPage(ilze.page, 'lv').open(slug);
	await his.post('Still 12.').scrollIntoViewIfNeeded();
	await his.post('Still 12.').evaluate((post) => post.scrollIntoView({ block: 'center' }));

	await still(his, ['Still 11.', 'Still 12.', 'Still 13.'], async () => {
		await hers.answer('Still 1.', 'Tālu augšā.');
		await expect(hers.post('Still 1.')).toBeFocused();
		await expect(
			hers.page
				.getByRole('list')
				.filter({ has: hers.post('Tālu augšā.') })
				.last()
		).toBeVisible();
		await expect(his.page.getByRole('link', { name: m.thread_new_above({ count: 1 }, en) })).toBeVisible();
		await hers.answer('Still 12.', 'Tieši šeit.');
		await hers.answer('Still 12.', 'Un vēlreiz šeit.');
		await expect(his.page.getByRole('button', { name: m.thread_show_held({ count: 2 }, en) })).toBeVisible();
	});
	await expect(his.post('Tieši šeit.')).toHaveCount(0);
	await his.unread(3);

	await his.page.getByRole('button', { name: m.thread_show_held({ count: 2 }, en) }).click();
	await expect(his.post('Tieši šeit.')).toBeFocused();
	await expect(his.post('Un vēlreiz šeit.')).toBeVisible();
	// What is left before it stood there for a moment would not be read.
	await his.unread(1);
	await his.page.getByRole('link', { name: m.thread_new_above({ count: 1 }, en) }).click();
	await expect(his.post('Tālu augšā.')).toBeInViewport();
	await his.unread(0);
	await his.answer('Tieši šeit.', 'An answer to an answer stays in its discussion.');
	await expect(hers.page.getByRole('button', { name: m.thread_show_held({ count: 1 }, lv) })).toBeVisible();
});

test('the first answer leaves the post it answers as it is, with the focus and what is selected', async ({ as, server }) => {
	await spoken(server, ...manyWords('Held', 3), [who.host, 'The last one.']);
	const elio = await as(who.expert);
	const ilze = await as(who.officer, lv);
	const his = await new ThreadPage(elio.page).open(slug);
	const hers = await new ThreadPage(ilze.page, 'lv').open(slug);
	const link = his.post('Held 1.').getByRole('link', { name: m.thread_reply({}, en) });
	await link.focus();
	await hers.answer('Held 1.', 'Pirmā atbilde.');
	await expect(his.page.getByRole('button', { name: m.thread_show_held({ count: 1 }, en) })).toBeVisible();
	await expect(link).toBeFocused();
	await hers.answer('The last one.', 'Pēdējā zem visa.');
	await expect(his.post('Pēdējā zem visa.')).toBeVisible();
});

test('the last discussion moves nothing while one answers in it', async ({ as, server }) => {
	await spoken(server, ...manyWords('Last', 3), [who.host, 'The very last one.']);
	const elio = await as(who.expert);
	const ilze = await as(who.officer, lv);
	const his = await new ThreadPage(elio.page).open(slug);
	const hers = await new ThreadPage(ilze.page, 'lv').open(slug);
	await hers.answer('The very last one.', 'Redzama uzreiz.');
	await expect(his.post('Redzama uzreiz.')).toBeVisible();
	await his.startAnswer('The very last one.');
	await expect(his.answerBox).toHaveAttribute('contenteditable', 'true');
	await elio.page.keyboard.type('In the middle of an answer');
	const before = await his.top(his.answerBox);
	await hers.answer('The very last one.', 'Gaida.');
	await hers.answer('The very last one.', 'Arī gaida.');
	await expect(his.page.getByRole('button', { name: m.thread_show_held({ count: 2 }, en) })).toBeVisible();
	expect(await his.top(his.answerBox)).toBe(before);
	await expect(his.post('Redzama uzreiz.')).toBeVisible();
	await his.answerBox.press('ControlOrMeta+Enter');
	await expect(his.post('In the middle of an answer')).toHaveCount(1);
	await expect(his.post('Arī gaida.')).toBeVisible();
});

test('the place to answer keeps what was begun, over Cancel and over a reload, apart from the message one writes', async ({
	as,
	server
}) => {
	await spoken(server, [who.host, 'Ask me.'], [who.host, 'Ask me too.']);
	const { page } = await as(who.officer, lv);
	const thread = await new ThreadPage(page, 'lv').open(slug);
	await thread.write('Ziņa visiem');
	await thread.startAnswer('Ask me.');
	await thread.answerBox.fill('Iesākta atbilde');
	await page.getByRole('button', { name: m.thread_cancel({}, lv) }).click();
	await expect(thread.answerBox).toHaveCount(0);
	await expect(thread.post('Ask me.')).toBeFocused();
	await thread.holds('Ziņa visiem');
	await thread.startAnswer('Ask me too.');
	await thread.holds('', thread.answerBox);
	await thread.startAnswer('Ask me.');
	await thread.holds('Iesākta atbilde', thread.answerBox);
	await thread.answerBox.press('End');
	await thread.answerBox.pressSequentially(', pabeigta');
	await page.reload();
	await thread.startAnswer('Ask me.');
	await thread.holds('Iesākta atbilde, pabeigta', thread.answerBox);
	await thread.answerBox.press('ControlOrMeta+Enter');
	await expect(thread.post('Iesākta atbilde, pabeigta')).toHaveCount(1);
	await expect(thread.answerBox).toHaveCount(0);
	await thread.startAnswer('Ask me.');
	await expect.poll(() => thread.answerBox.evaluate((box) => ('value' in box ? String(box.value) : box.textContent))).toBe('');
});

test('without scripts the link leads to a form that answers, and keeps its place when it was not taken', async ({ as, server }) => {
	await spoken(server, [who.host, 'A plain question.'], [who.host, 'Another one.']);
	const { page, watch } = await as(who.officer, { locale: 'lv', width: 390, javaScript: false });
	watch.expectsToHear(/status of 400/);
	const thread = await new ThreadPage(page, 'lv').open(slug);
	await thread
		.post('A plain question.')
		.getByRole('link', { name: m.thread_reply({}, lv) })
		.click();
	await expect(page).toHaveURL(/\?reply=\d+#answer$/);
	const form = page.locator('form#answer');
	await form.getByRole('textbox').focus();
	await form.getByRole('button', { name: m.thread_send({}, lv) }).click();
	await expect(page.getByText(m.thread_refused_empty({}, lv))).toBeVisible();
	await expect(form).toBeVisible();
	await form.getByRole('textbox').fill('Vienkārša **atbilde**.');
	await form.getByRole('button', { name: m.thread_send({}, lv) }).click();
	await expect(
		page
			.getByRole('list')
			.filter({ has: thread.post('Vienkārša atbilde.') })
			.last()
	).toHaveAccessibleName(/Inês Salgueiral/);

	await thread
		.post('Vienkārša atbilde.')
		.getByRole('link', { name: m.thread_reply({}, lv) })
		.click();
	await form.getByRole('textbox').fill('Atbilde uz atbildi.');
	await form.getByRole('button', { name: m.thread_send({}, lv) }).click();
	await expect(
		page
			.getByRole('list')
			.filter({ has: thread.post('Vienkārša atbilde.') })
			.last()
	).toContainText('Atbilde uz atbildi.');
});

test('while one writes, others write, answer, edit and hide; the words and the caret stay where they are', async ({ as, server }) => {
	test.slow();
	await spoken(server, ...manyWords('Busy', 12));
	const elio = await as(who.expert);
	const [inês, marek] = [await as(who.host), await as(who.lead)];
	const his = await new ThreadPage(elio.page).open(slug);
	const hers = await new ThreadPage(inês.page).open(slug);
	const leads = await new ThreadPage(marek.page).open(slug);
	const disturb = async (round: string) => {
		await hers.say(`Round ${round}.`);
		await hers.answer('Busy 4.', `Answered ${round}.`);
		await hers.answer('Busy 5.', `Answered too ${round}.`);
		await hers.change('Busy 3', `Busy 3, with more words than before, ${round}`);
		await leads.open(slug);
		await leads.hide(`Answered too ${round}.`, 'Just for the test');
		await expect(his.post(`Round ${round}.`)).toHaveCount(1);
		await expect(his.post(`more words than before, ${round}`)).toHaveCount(1);
	};
	const caret = (page: Page) => page.evaluate(() => [getSelection()?.anchorOffset, document.activeElement?.getAttribute('aria-label')]);

	await his.box.click();
	await expect(his.box).toHaveAttribute('contenteditable', 'true');
	await elio.page.keyboard.type('Half a th');
	await elio.page.keyboard.press('ArrowLeft');
	const before = await caret(elio.page);
	await disturb('one');
	expect(await caret(elio.page)).toEqual(before);
	await elio.page.keyboard.type('oug');
	await his.holds('Half a tough');

	await his.startAnswer('Busy 5.');
	await expect(his.answerBox).toHaveAttribute('contenteditable', 'true');
	await elio.page.keyboard.type('An answer in prog');
	await elio.page.keyboard.press('ArrowLeft');
	const within = await caret(elio.page);
	await disturb('two');
	await leads.hide('Busy 5.', 'Just for the test');
	await expect(his.page.getByText(/The lead partner hid this message/).first()).toBeVisible();
	expect(await caret(elio.page)).toEqual(within);
	await elio.page.keyboard.type('re');
	await elio.page.keyboard.press('End');
	await elio.page.keyboard.type('ss');
	await elio.page.keyboard.press('ControlOrMeta+Enter');
	await expect(his.post('An answer in proregss')).toHaveCount(1);
	await his.holds('Half a tough');
});
