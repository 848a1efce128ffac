import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { groundOf, leaveWords, readEverything } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const en = { locale: 'en' } as const;

test('messages whose clocks disagree about the day stand in their order, and the page lives on', async ({ as, server }) => {
	const slug = 'torun-2016';
	const { services, close } = await groundOf(server);
	for (const [words, at] of [
		['Before midnight', '2026-03-03T12:00:00Z'],
		['After midnight', '2026-03-04T12:00:00Z'],
		['A slow clock', '2026-03-03T11:00:00Z']
	] as const) {
		const { id } = await leaveWords(services, slug, who.host, words);
		await services.sql`update posts set posted_at = ${at}::timestamptz where id = ${id}`;
	}
	const { page } = await as(who.expert);
	const thread = await new ThreadPage(page).open(slug);
	await expect(page.getByRole('heading', { name: /3 March 2026/ })).toHaveCount(2);
	await expect(page.getByRole('heading', { name: /4 March 2026/ })).toHaveCount(1);
	await leaveWords(services, slug, who.host, 'And on it goes');
	await expect(page.getByRole('article').filter({ hasText: /midnight|slow clock|on it goes/ })).toHaveText([
		/Before midnight/,
		/After midnight/,
		/A slow clock/,
		/And on it goes/
	]);
	await thread.say('Said below it all');
	await close();
});

test('what cannot be fetched just now says so', async ({ as, server }) => {
	const slug = 'wolverhampton-2016';
	const { services, close } = await groundOf(server);
	const { seq } = await leaveWords(services, slug, who.host, 'Many answers?');
	for (let n = 1; n <= 7; n += 1) await leaveWords(services, slug, who.coordinator, `One of many ${n}.`, seq);
	await readEverything(services, who.officer);
	await close();
	const { page, watch } = await as(who.officer, { locale: 'en' });
	watch.expectsToHear(/ERR_FAILED|Failed to load resource/);
	const thread = new ThreadPage(page);
	await page.goto(`/meetings/${slug}?from=${seq}`);
	await page.route('**/answers?*', (route) => route.abort());
	const fold = page.getByRole('link', { name: m.thread_fold({ count: 4 }, en) });
	await fold.click();
	await expect(page.getByRole('alert')).toHaveText(m.thread_not_now({}, en));
	await page.unroute('**/answers?*');
	await fold.click();
	await expect(thread.post('One of many 1.')).toBeFocused();
	await expect(page.getByRole('alert')).toHaveCount(0);
});
