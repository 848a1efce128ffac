import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import type { Services } from '#lib/server/services.ts';
import { who } from '../support/actors.ts';
import { groundOf, leaveWords, readEverything } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const en = { locale: 'en' } as const;

/** The server says no to what holds these words, until it is told otherwise. */
async function refusing(page: Page, words: string): Promise<() => void> {
	let no = true;
	await page.routeWebSocket(/\/live/, (ws) => {
		const onwards = ws.connectToServer();
		ws.onMessage((message) => {
			const [, ack] = /^42(\d+)\["command"/.exec(String(message)) ?? [];
			if (no && ack && String(message).includes(words)) ws.send(`43${ack}[{"refused":{"code":"forbidden"}}]`);
			else onwards.send(message);
		});
	});
	return () => (no = false);
}

/** Sends what stands in the place to answer; it becomes one answer, in the discussion that begins at this place. */
async function answers(thread: ThreadPage, words: string, root: number, { sql }: Services): Promise<void> {
	await thread.answerBox.press('ControlOrMeta+Enter');
	await expect(thread.post(words).getByRole('link', { name: m.thread_edit({}, en) })).toBeVisible();
	const said = await sql<{ root: string }[]>`select root from posts where doc::text like ${`%${words}%`}`;
	expect(said.map((one) => Number(one.root))).toEqual([root]);
}

test('an answer that was refused is an answer again when it is edited, though the page shows another part of the thread', async ({
	as,
	server
}) => {
	test.slow();
	const slug = 'wolverhampton-2016';
	const { services, close } = await groundOf(server);
	const { seq } = await leaveWords(services, slug, who.host, 'Who keeps the minutes?');
	for (let n = 0; n < 215; n += 1) await leaveWords(services, slug, who.host, `Meanwhile ${n}.`);
	const { page, watch } = await as(who.expert);
	const allow = await refusing(page, 'I keep them');
	await page.goto(`/meetings/${slug}?from=${seq}`);
	const thread = new ThreadPage(page);
	await thread.startAnswer('Who keeps the minutes?');
	await thread.answerBox.fill('I keep them.');
	await thread.send.click();
	const one = thread.post('I keep them.');
	await expect(one).toContainText(m.thread_refused_forbidden({}, en));
	await expect(one.getByRole('link', { name: m.thread_answers_elsewhere({}, en) })).toHaveCount(0);

	await page.goto(`/meetings/${slug}?newest`);
	await expect(one).toContainText(m.thread_refused_forbidden({}, en));
	await expect(thread.post('Who keeps the minutes?')).toHaveCount(0);
	await expect(one.getByRole('link', { name: m.thread_answers_elsewhere({}, en) })).toBeVisible();
	const edit = one.getByRole('button', { name: m.thread_edit({}, en) });
	watch.expectsToHear(/Failed to load resource/);
	await page.route(`**/p/${seq}`, (route) => route.abort());
	await edit.click();
	await expect(one).toContainText(m.thread_answered_not_had({}, en));
	await page.unroute(`**/p/${seq}`);
	await edit.click();
	await expect(thread.post('Who keeps the minutes?')).toBeVisible();
	await expect(thread.answerBox).toBeFocused();
	await thread.holds('I keep them.', thread.answerBox);
	await expect(page.locator('form#answer')).toContainText(m.thread_answer_to({ name: 'Inês Salgueiral' }, en));
	await expect(one).toHaveCount(0);
	allow();
	await answers(thread, 'I keep them.', seq, services);
	await close();
});

test('an answer that was refused is an answer again when what it answers is folded away', async ({ as, server }) => {
	const slug = 'bologna-2017';
	const { services, close } = await groundOf(server);
	const { seq } = await leaveWords(services, slug, who.host, 'Shall we meet by train?');
	await leaveWords(services, slug, who.coordinator, 'Train 1.', seq);
	const { page } = await as(who.expert);
	const allow = await refusing(page, 'By the night train');
	const thread = await new ThreadPage(page).open(slug);
	await thread.startAnswer('Train 1.');
	await thread.answerBox.fill('By the night train.');
	await thread.send.click();
	const one = thread.post('By the night train.');
	await expect(one).toContainText(m.thread_refused_forbidden({}, en));
	// In its place below what it answers, covering nothing.
	const [above, below] = [await thread.post('Train 1.').first().boundingBox(), await one.boundingBox()];
	expect(below?.y ?? 0).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
	for (let n = 2; n <= 6; n += 1) await leaveWords(services, slug, who.expert, `Train ${n}.`, seq);
	await readEverything(services, who.expert);
	await page.reload();
	await expect(page.getByRole('link', { name: m.thread_fold({ count: 3 }, en) })).toBeVisible();
	await one.getByRole('button', { name: m.thread_edit({}, en) }).click();
	await expect(thread.post('Train 1.')).toBeVisible();
	await thread.holds('By the night train.', thread.answerBox);
	allow();
	await answers(thread, 'By the night train.', seq, services);
	await close();
});
