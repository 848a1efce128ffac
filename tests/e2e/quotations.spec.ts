import { m } from '#lib/i18n/m';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { randomUUID } from 'node:crypto';
import { actorOf, who } from '../support/actors.ts';
import { groundOf } from '../support/ground.ts';
import type { RunningServer } from '../support/running-server.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'genoa-2016';
const en = { locale: 'en' } as const;
const lv = { locale: 'lv' } as const;

async function written(server: RunningServer, markdown: string): Promise<number> {
	const { services, close } = await groundOf(server);
	const author = await actorOf(services, who.host);
	const { seq } = await postInMeeting(services, author, { commandId: randomUUID(), slug, doc: fromMarkdown(markdown), lang: 'en' });
	await close();
	return seq;
}

test('what is selected is quoted, with the name and the way to it, and no foreign host behind it', async ({ as, server }) => {
	const seq = await written(server, 'The harbour is quiet, the market is not.');
	const elio = await as(who.expert);
	const ilze = await as(who.officer, lv);
	const his = await new ThreadPage(elio.page).open(slug);
	const hers = await new ThreadPage(ilze.page, 'lv').open(slug);
	const text = his.post('The harbour is quiet').getByText('The harbour is quiet');
	const { x, y, height } = (await text.boundingBox()) ?? { x: 0, y: 0, height: 0 };
	await elio.page.mouse.dblclick(x + 50, y + height / 2);
	expect(await elio.page.evaluate(() => getSelection()?.toString().trim())).toBe('harbour');
	await his.choose('The harbour is quiet', m.thread_quote({}, en));
	await expect(his.answerBox).toBeFocused();
	await his.holds('harbour', his.answerBox);
	await elio.page.keyboard.type('Which one?');
	await elio.page.keyboard.press('ControlOrMeta+Enter');

	const seen = hers.post('Which one?');
	await hers.page
		.getByRole('button', { name: m.thread_show_held({ count: 1 }, lv) })
		.or(seen)
		.click();
	await expect(seen.locator('blockquote p').first()).toHaveText('harbour');
	const source = seen.locator('blockquote').getByRole('link');
	await expect(source).toContainText('Inês Salgueiral');
	await expect(source).toHaveAttribute('href', `${server.url}/meetings/${slug}/p/${seq}`);
	await expect(seen.locator('blockquote')).not.toContainText('localhost');
	await expect(seen.locator('p').filter({ hasText: 'Which one?' })).toHaveText('Which one?');
	await source.click();
	await expect(ilze.page).toHaveURL(new RegExp(`\\?from=${seq}#p-${seq}$`));
	await expect(hers.post('The harbour is quiet').first()).toBeInViewport();
	await ilze.page.reload();
	await expect(seen.locator('blockquote')).not.toContainText('localhost');
});

test('without a selection the whole is quoted, as it was written, but for what it quoted itself; what was begun stays', async ({
	as,
	server
}) => {
	await written(server, '> Said by somebody else\n\nThree **good** reasons:\n\n1. one\n2. two\n3. three');
	const { page } = await as(who.officer, { locale: 'lv', width: 390 });
	const thread = await new ThreadPage(page, 'lv').open(slug);
	await thread.startAnswer('Three good reasons');
	await thread.answerBox.fill('Iesākts teikums.');
	await thread.choose('Three good reasons', m.thread_quote({}, lv));
	await thread.holds('Iesākts teikums.', thread.answerBox);
	await thread.holds('three', thread.answerBox);
	await expect(thread.answerBox).toBeFocused();
	await page.keyboard.type('Un mana doma.');
	await thread.answerBox.press('ControlOrMeta+Enter');
	const answer = thread.post('Un mana doma.').last();
	await expect(answer.locator('blockquote strong')).toHaveText('good');
	await expect(answer.locator('blockquote li')).toHaveText(['one', 'two', 'three']);
	await expect(answer).not.toContainText('somebody else');
	await expect(answer.getByText('Iesākts teikums.')).toBeVisible();
	await expect(answer.locator('.doc > p').last()).toHaveText('Un mana doma.');
});
