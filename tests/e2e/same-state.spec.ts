import type { BrowserContext, Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { groundOf, leaveWords } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'follow-up';

/** The meeting ahead, whose address has the year in it. */
async function openAhead(page: Page): Promise<string> {
	await page.goto('/meetings');
	const address = await page.locator(`a[href^="/meetings/${slug}"]`).first().getAttribute('href');
	await page.goto(address ?? '');
	return address ?? '';
}

function said(page: Page): Promise<string[]> {
	return page
		.getByRole('article')
		.evaluateAll((posts) => posts.map((post) => post.querySelector('.doc, .trace')?.textContent?.trim() ?? ''));
}

/** All that a page shows is what a page loaded now shows from the same post on, where that begins by itself being another thing. */
async function expectFresh(page: Page, context: BrowserContext): Promise<void> {
	const first = (await page.getByRole('article').first().getAttribute('id')) ?? '';
	const fresh = await context.newPage();
	await fresh.goto(`${new URL(page.url()).pathname}?from=${first.slice(2)}`);
	const places = await fresh.getByRole('article').evaluateAll((posts) => posts.map(({ id }) => id));
	const now = (await said(fresh)).slice(places.indexOf(first));
	expect(places).toContain(first);
	expect(now.length).toBeGreaterThan(9);
	await expect.poll(() => said(page)).toEqual(now);
	await fresh.close();
}

test('a page that the phone froze catches up when it is looked at again', async ({ as, server }) => {
	const { page, context } = await as(who.officer, { width: 390 });
	const address = await openAhead(page);
	const protocol = await context.newCDPSession(page);
	await protocol.send('Page.setWebLifecycleState', { state: 'frozen' });
	const ground = await groundOf(server);
	for (const words of ['While the phone slept', 'And a little later'])
		await leaveWords(ground.services, address.split('/').at(-1) ?? '', who.expert, words);
	await ground.close();
	await protocol.send('Page.setWebLifecycleState', { state: 'active' });
	await expect(page.getByText('And a little later')).toHaveCount(1);
	await expectFresh(page, context);
});

test('clocks that are wrong by hours change neither order nor what is new', async ({ as }) => {
	const early = await as(who.officer);
	const late = await as(who.expert);
	await early.context.clock.setFixedTime(Date.now() - 7 * 3_600_000);
	await late.context.clock.setFixedTime(Date.now() + 5 * 3_600_000);
	await openAhead(early.page);
	await openAhead(late.page);
	const [hers, his] = [new ThreadPage(early.page, 'lv'), new ThreadPage(late.page)];
	await his.say('First, by a clock that is ahead');
	await expect(hers.post('First, by a clock that is ahead')).toHaveCount(1);
	await hers.say('Second, by a clock that is behind');
	await expect(his.post('Second, by a clock that is behind')).toHaveCount(1);
	await his.say('Third, from ahead again');
	for (const page of [early.page, late.page]) {
		await expect(page.getByText('Third, from ahead again')).toHaveCount(1);
		const order = await said(page);
		expect(order.filter((words) => /clock|ahead again/.test(words))).toEqual([
			'First, by a clock that is ahead',
			'Second, by a clock that is behind',
			'Third, from ahead again'
		]);
	}
	await expectFresh(early.page, early.context);
	await expectFresh(late.page, late.context);
});

test('the way back leads to a page that has all that was said meanwhile, and to what was being written', async ({ as, server }) => {
	const { page, context } = await as(who.coordinator, { locale: 'en' });
	const address = await openAhead(page);
	const thread = new ThreadPage(page);
	await thread.write('Half a thought');
	await thread.holds('Half a thought');
	await page.getByRole('link', { name: m.shell_about({}, { locale: 'en' }) }).click();
	await expect(page).toHaveURL('/about');
	const ground = await groundOf(server);
	await leaveWords(ground.services, address.split('/').at(-1) ?? '', who.expert, 'Said while you were away');
	await ground.close();
	await page.goBack();
	await expect(page.getByText('Said while you were away')).toHaveCount(1);
	await thread.holds('Half a thought');
	await expectFresh(page, context);
});

test('two tabs of a person show the same, whichever of them writes, reacts or reads', async ({ as }) => {
	const { page, context } = await as(who.host, { locale: 'en' });
	await openAhead(page);
	const second = await context.newPage();
	await openAhead(second);
	const [one, two] = [new ThreadPage(page), new ThreadPage(second)];
	await one.say('From the first tab');
	await two.say('From the second tab');
	await one.change('From the first tab', 'Changed in the first tab');
	await expect(two.post('Changed in the first tab')).toHaveCount(1);
	await expectFresh(page, context);
	await expectFresh(second, context);
});
