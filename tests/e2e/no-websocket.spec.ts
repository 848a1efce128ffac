import { who } from '../support/actors.ts';
import { deafProxyTo } from '../support/deaf-proxy.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'nantes-2017';

test('where the network lets no WebSocket through, what others say comes all the same', async ({ as, server }) => {
	const office = await deafProxyTo(server.url);
	const elio = await as(who.expert);
	const ilze = await as(who.officer);
	ilze.watch.expectsToHear(/WebSocket connection to .* failed/);
	const his = await new ThreadPage(elio.page).open(slug);
	const hers = new ThreadPage(ilze.page, 'lv');
	const polled = ilze.page.waitForResponse((response) => response.url().includes('transport=polling') && response.ok());
	await ilze.page.goto(`${office.url}/meetings/${slug}`);
	await polled;
	await his.say('Heard without a socket');
	await expect(hers.post('Heard without a socket')).toHaveCount(1);
	await hers.say('Said without one');
	await expect(his.post('Said without one')).toHaveCount(1);
	await ilze.page.goto('about:blank');
	office.close();
});
