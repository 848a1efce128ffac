import { randomUUID } from 'node:crypto';
import { m } from '#lib/i18n/m';
import { markRead } from '#lib/server/threads/mark-read.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { countUnread } from '#lib/server/threads/unread.ts';
import { actorOf, who } from '../support/actors.ts';
import { groundOf, leaveWords, readEverything } from '../support/ground.ts';
import { saying } from '../support/saying.ts';
import type { RunningServer } from '../support/running-server.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const en = { locale: 'en' } as const;
const lv = { locale: 'lv' } as const;

/** A question with so many answers, all of them read by those who come. */
async function discussed(server: RunningServer, slug: string, name: string, count: number): Promise<{ question: number; first: number }> {
	const { services, close } = await groundOf(server);
	const { seq: question } = await leaveWords(services, slug, who.host, `${name}?`);
	const places: number[] = [];
	for (let n = 1; n <= count; n += 1) places.push((await leaveWords(services, slug, who.coordinator, `${name} ${n}.`, question)).seq);
	const [meeting] = await services.sql<{ stream: string }[]>`select stream from meetings where slug = ${slug}`;
	for (const email of [who.expert, who.officer])
		await markRead(services, await actorOf(services, email), { read: [{ stream: meeting?.stream, seq: places.at(-1) }] });
	await close();
	return { question, first: places[0] ?? 0 };
}

test('more than three answers are folded to the last three, and shown on being asked', async ({ as, server }) => {
	const slug = 'poznan-2018';
	const { first } = await discussed(server, slug, 'Fold', 6);
	const { page } = await as(who.expert);
	const thread = await new ThreadPage(page).open(slug);
	const fold = page.getByRole('link', { name: m.thread_fold({ count: 3 }, en) });
	await expect(fold).toBeVisible();
	await expect(thread.post('Fold 3.')).toHaveCount(0);
	await expect(thread.post('Fold 4.')).toBeVisible();
	await fold.press('Enter');
	await expect(thread.post('Fold 1.')).toBeFocused();
	await expect(page.getByRole('article').filter({ hasText: /Fold \d\./ })).toHaveText(
		[1, 2, 3, 4, 5, 6].map((n) => new RegExp(`Fold ${n}\\.`))
	);
	await expect(fold).toHaveCount(0);

	await page.goto(`/meetings/${slug}/p/${first}`);
	await expect(thread.post('Fold 1.')).toBeInViewport();
	await expect(page.locator(`#p-${first}:target`)).toHaveCount(1);

	const plain = await as(who.officer, { ...lv, javaScript: false, width: 390 });
	const bare = await new ThreadPage(plain.page, 'lv').open(slug);
	await expect(bare.post('Fold 3.')).toHaveCount(0);
	await plain.page.getByRole('link', { name: m.thread_fold({ count: 3 }, lv) }).click();
	await expect(plain.page).toHaveURL(/\?unfold=\d+#p-\d+$/);
	await expect(bare.post('Fold 1.')).toBeVisible();
	await bare
		.post('Fold 1.')
		.getByRole('link', { name: m.thread_reply({}, lv) })
		.click();
	await expect(plain.page.locator('form#answer')).toContainText('Vija Tiltakrasta');
});

test('new answers that are folded away stay new until they were on screen, and the line that stands for them says so', async ({
	as,
	server
}) => {
	test.slow();
	const slug = 'wolverhampton-2016';
	const { services, close } = await groundOf(server);
	await readEverything(services, who.expert);
	const { seq: question } = await leaveWords(services, slug, who.host, 'Crowded?');
	const [author, reader] = [await actorOf(services, who.coordinator), await actorOf(services, who.expert)];
	const crowd = await Promise.all(
		Array.from({ length: 153 }, (_, n) =>
			postInMeeting(services, author, { commandId: randomUUID(), slug, doc: saying(`Crowded ${n}.`), lang: 'en', replyTo: question })
		)
	);
	const { page } = await as(who.expert);
	const thread = new ThreadPage(page);
	// Other discussions may be folded too; the second time what was on screen before is folded away with them.
	const fold = page.locator(`a.fold[href$="#p-${question}"]`);
	for (const time of ['first', 'again']) {
		await thread.open(slug);
		await expect(fold, time).toContainText(m.thread_fold_new({ count: '3' }, en));
		await page.getByRole('article').last().scrollIntoViewIfNeeded();
		await thread.unread(3);
	}
	// What was on screen is told by then, so it is folded away too: the line comes to the new ones some at a time, and says so until then.
	for (let folded = Infinity; folded > 0;) {
		const said = await fold.innerText();
		expect(said).toContain(m.thread_fold_new({ count: '3' }, en));
		await fold.click();
		await expect(fold.filter({ hasText: said })).toHaveCount(0);
		folded = await fold.count();
	}
	await expect(page.locator(`#p-${Math.min(...crowd.map(({ seq }) => seq))}`)).toBeFocused();
	await thread.unread(0);
	await expect.poll(async () => Object.values(await countUnread(services, reader)).every(([count]) => count === 0)).toBe(true);
	await close();
});

test('an answer in a discussion far above is told by a line when one comes, and where one writes when it comes later', async ({
	as,
	server
}) => {
	test.slow();
	const slug = 'torun-2016';
	const { question } = await discussed(server, slug, 'Elsewhere', 1);
	const { services, close } = await groundOf(server);
	const author = await actorOf(services, who.host);
	for (let n = 0; n < 230; n += 1)
		await postInMeeting(services, author, { commandId: randomUUID(), slug, doc: saying(`Meanwhile ${n}.`), lang: 'en' });
	await readEverything(services, who.expert);
	await leaveWords(services, slug, who.coordinator, 'Late, but here.', question);

	const { page } = await as(who.expert);
	const thread = await new ThreadPage(page).open(slug);
	await thread.unread(1);
	const line = page.getByRole('link', { name: m.thread_answered_before({ people: 'Vija Tiltakrasta', count: 1 }, en) });
	await line.click();
	await expect(thread.post('Late, but here.')).toBeInViewport();

	await thread.open(slug);
	await expect(page.getByRole('article').last()).toContainText('Meanwhile 229.');
	const heading = page.getByRole('heading', { name: m.thread_title({}, en) });
	const before = await heading.evaluate((element) => element.getBoundingClientRect().top);
	await leaveWords(services, slug, who.coordinator, 'Later still.', question);
	const above = page.getByRole('link', { name: m.thread_new_above({ count: 1 }, en) });
	await expect(above).toBeVisible();
	expect(await heading.evaluate((element) => element.getBoundingClientRect().top)).toBe(before);
	await above.click();
	await expect(thread.post('Later still.')).toBeInViewport();
	await close();
});

test('one goes to a day, by a form that works by itself', async ({ as, server }) => {
	const slug = 'coimbra-2017';
	const { services, close } = await groundOf(server);
	for (let n = 0; n < 15; n += 1) await leaveWords(services, slug, who.host, `Today ${n}.`);
	await close();
	for (const javaScript of [true, false]) {
		const { page } = await as(who.officer, { ...lv, javaScript, width: 390 });
		const thread = await new ThreadPage(page, 'lv').open(slug);
		const go = async (day: string) => {
			await page.getByText(m.thread_go_to_day({}, lv)).click();
			await page.getByLabel(m.thread_day({}, lv)).fill(day);
			await page.getByRole('button', { name: m.thread_go({}, lv), exact: true }).click();
		};
		await go('2017-03-28');
		await expect(thread.post('A good idea. When you choose that page')).toBeInViewport();
		await expect(page).toHaveURL(/\?from=\d+#p-\d+$/);
		await go('2099-01-01');
		await expect(page).toHaveURL(/\?newest#discussion$/);
		await expect(thread.post('Today 14.')).toHaveCount(1);
	}
});
