import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { groundOf, leaveWords } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const en = { locale: 'en' } as const;

test('who goes to another part of the thread in the middle of an answer still has a place to write, and finds the answer again', async ({
	as,
	server
}) => {
	test.slow();
	const slug = 'wolverhampton-2016';
	const { services, close } = await groundOf(server);
	for (let n = 0; n < 230; n += 1) await leaveWords(services, slug, who.host, `Far ${n}.`);
	await close();
	const { page } = await as(who.expert);
	const thread = await new ThreadPage(page).open(slug);
	await page.goto(`/meetings/${slug}?newest`);
	await thread.startAnswer('Far 229.');
	await thread.answerBox.fill('Half an answer');
	await expect(thread.box).toHaveCount(0);
	await page.getByRole('link', { name: m.thread_earlier({}, en) }).click();
	await expect(thread.post('Far 229.')).toHaveCount(0);
	await expect(thread.answerBox).toHaveCount(0);
	await expect(thread.box).toBeVisible();
	await page.getByRole('link', { name: m.thread_newest({}, en) }).click();
	await thread.holds('Half an answer', thread.answerBox);
});
