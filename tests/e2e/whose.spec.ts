import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { groundOf } from '../support/ground.ts';
import { comeIn } from '../support/seat.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const lost = /WebSocket|ERR_|Failed to load resource|network/i;
const words = 'Written by Elio while the line was down';

test('what somebody wrote offline never goes out as another’s who came to the same browser, and waits for them', async ({ as, server }) => {
	test.slow();
	const { page, context, watch } = await as(who.expert);
	watch.expectsToHear(lost);
	const ilze = await as(who.officer, { locale: 'lv' });
	ilze.watch.expectsToHear(lost);
	const his = await new ThreadPage(page).open('genoa-2016');
	await his.say('Said while all was well');
	await server.stop();
	await his.write(words);
	await his.send.click();
	await expect(his.post(words)).toHaveCount(1);
	await his.write('Half a thought of Elio’s');
	await his.holds('Half a thought of Elio’s');
	await context.addCookies(await ilze.context.cookies());
	await server.start();

	const hers = new ThreadPage(page, 'lv');
	await expect(hers.box).toBeVisible({ timeout: 20_000 });
	await expect(page.getByRole('heading', { name: m.thread_title({}, { locale: 'lv' }) })).toBeVisible();
	await hers.holds('');
	await hers.say('Ilzes pašas vārdi');
	await expect(page.getByText(words)).toHaveCount(0);

	const ground = await groundOf(server);
	const authors = () =>
		ground.services.sql`select email from posts join people on people.id = author_id where doc::text like ${`%${words}%`}`;
	expect(await authors()).toEqual([]);
	await comeIn(await context.newPage(), server.url, who.expert);
	await expect.poll(authors, { timeout: 20_000 }).toEqual([{ email: who.expert }]);
	await ground.close();
});
