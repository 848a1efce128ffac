import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const en = { locale: 'en' } as const;
const lost = /WebSocket|ERR_|Failed to load resource|Failed to fetch|network/i;

test('who loses the network hears of it at once, and what was written meanwhile leaves as soon as it is back, once', async ({ as }) => {
	const { page, context, watch } = await as(who.expert);
	watch.expectsToHear(lost);
	const thread = await new ThreadPage(page).open('nantes-2017');
	await thread.say('Said on the train');
	await context.setOffline(true);
	await expect(page.getByText(/No connection since/)).toBeVisible({ timeout: 1500 });
	await thread.write('Said in the tunnel');
	await thread.send.click();
	await expect(thread.post('Said in the tunnel')).toContainText(m.thread_waiting_to_send({}, en), { timeout: 1500 });
	await context.setOffline(false);
	await expect(thread.post('Said in the tunnel')).toHaveId(/^p-\d+$/, { timeout: 4000 });
	await expect(thread.post('Said in the tunnel')).toHaveCount(1);
	await expect(page.getByText(/No connection since/)).toHaveCount(0);
});

test('what gets no answer is said to be sending, then to wait, and stands there once in the end', async ({ as }) => {
	const { page, watch } = await as(who.expert);
	watch.expectsToHear(lost);
	let deaf = false;
	await page.routeWebSocket(/\/live/, (line) => {
		const onwards = line.connectToServer();
		const mine = { deaf: () => deaf };
		line.onMessage((message) => void (mine.deaf() || onwards.send(message)));
		onwards.onMessage((message) => void (mine.deaf() || line.send(message)));
	});
	const thread = await new ThreadPage(page).open('nantes-2017');
	await thread.say('Over a line that lives');
	deaf = true;
	await thread.write('Over a line that is dead');
	await thread.send.click();
	const one = thread.post('Over a line that is dead');
	await expect(one).toContainText(m.thread_sending({}, en), { timeout: 2500 });
	await expect(one).toContainText(m.thread_no_answer_yet({}, en));
	deaf = false;
	await expect(one).toHaveId(/^p-\d+$/, { timeout: 20_000 });
	await expect(one).toHaveCount(1);
});
