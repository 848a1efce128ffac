import { who } from '../support/actors.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

test('a line that breaks before anything was touched is told, though nothing can be fetched any more', async ({ as }) => {
	const { page, watch } = await as(who.expert);
	watch.expectsToHear(/WebSocket|ERR_|Failed to load resource|network/i);
	let cut = false;
	await page.routeWebSocket(/\/live/, (line) => {
		if (cut) return void line.close();
		line.connectToServer().onMessage((message) => {
			line.send(message);
			if (!String(message).startsWith('40')) return;
			cut = true;
			void page.route('**/*', (request) => request.abort()).then(() => line.close());
		});
	});
	await new ThreadPage(page).open();
	await expect(page.getByText(/No connection since/)).toBeVisible({ timeout: 15_000 });
	await expect(page.getByText('Go on writing, nothing is lost.')).toBeVisible();
});
