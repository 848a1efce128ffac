import { who } from '../support/actors.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

test('where the network lets no WebSocket through, what others say comes all the same', async ({ as }) => {
	const elio = await as(who.expert);
	const ilze = await as(who.officer);
	await ilze.context.routeWebSocket(/\/live\//, (line) => line.close());
	const his = await new ThreadPage(elio.page).open('nantes-2017');
	const hers = await new ThreadPage(ilze.page).open('nantes-2017');
	const polled = ilze.page.waitForResponse((response) => response.url().includes('transport=polling') && response.ok());
	await polled;
	await his.say('Heard without a socket');
	await expect(hers.post('Heard without a socket')).toHaveCount(1);
	await hers.say('Said without one');
	await expect(his.post('Said without one')).toHaveCount(1);
});
