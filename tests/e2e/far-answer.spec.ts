import { randomUUID } from 'node:crypto';
import { m } from '#lib/i18n/m';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { actorOf, who } from '../support/actors.ts';
import { groundOf, leaveWords, readEverything } from '../support/ground.ts';
import { saying } from '../support/saying.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const en = { locale: 'en' } as const;
const slug = 'wolverhampton-2016';

test('the address of an answer leads to it, however many came after it, and from there one goes on', async ({ as, server }) => {
	test.slow();
	const { services, close } = await groundOf(server);
	const { seq } = await leaveWords(services, slug, who.host, 'What do we call it?');
	const author = await actorOf(services, who.host);
	const say = (n: number) =>
		postInMeeting(services, author, { commandId: randomUUID(), slug, doc: saying(`Name ${n}.`), lang: 'en', replyTo: seq });
	const first = await say(1);
	for (let n = 2; n <= 1100; n += 1) await say(n);
	await readEverything(services, who.expert);
	await close();
	const { page } = await as(who.expert);
	const thread = new ThreadPage(page);
	await page.goto(`/meetings/${slug}/p/${first.seq}`);
	await expect(thread.post('Name 1.')).toBeInViewport();
	await expect(page.getByRole('article').filter({ hasText: /Name \d+\./ })).toHaveCount(1000);
	await expect(page.locator(`a[href$="#p-${seq}"]`, { hasText: /earlier answer/ })).toHaveCount(0);
	await page.getByRole('link', { name: m.thread_later({}, en) }).click();
	await expect(thread.post('Name 1000.')).toBeInViewport();
	await expect(thread.post('Name 1100.')).toHaveCount(1);
	await expect(page.getByRole('link', { name: m.thread_later({}, en) })).toHaveCount(0);
});
