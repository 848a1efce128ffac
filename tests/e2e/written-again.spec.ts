import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { groundOf, leaveWords } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'nantes-2017';
const en = { locale: 'en' } as const;

test('a message that waits is edited beside what is being written, an answer or another message', async ({ as, server }) => {
	test.slow();
	const { services, close } = await groundOf(server);
	await leaveWords(services, slug, who.host, 'Answer me while the line is down.');
	await close();
	const { page, watch } = await as(who.expert);
	watch.expectsToHear(/WebSocket|ERR_|Failed to load resource|network/i);
	const thread = await new ThreadPage(page).open(slug);
	const edit = (words: string) =>
		thread
			.post(words)
			.getByRole('button', { name: m.thread_edit({}, en) })
			.click();
	// What is needed to write is there before the line goes.
	await thread.startAnswer('Answer me while');
	await expect(thread.answerBox).toHaveAttribute('contenteditable', 'true');
	await page.getByRole('button', { name: m.thread_cancel({}, en) }).click();
	await server.stop();
	await expect(page.getByText(/No connection since/)).toBeVisible({ timeout: 20_000 });

	await thread.write('Said into the void.');
	await thread.send.click();
	await expect(thread.post('Said into the void.')).toHaveCount(1);
	await thread.startAnswer('Answer me while');
	await thread.answerBox.fill('Half an answer');
	await edit('Said into the void.');
	await thread.holds('Said into the void.');
	await expect(thread.post('Said into the void.')).toHaveCount(0);
	await thread.startAnswer('Answer me while');
	await thread.holds('Half an answer', thread.answerBox);
	await page.getByRole('button', { name: m.thread_cancel({}, en) }).click();

	await thread.holds('Said into the void.');
	await thread.send.click();
	await expect(thread.post('Said into the void.')).toHaveCount(1);
	await thread.write('Half of the next');
	await edit('Said into the void.');
	await thread.holds('Half of the next');
	await thread.holds('Said into the void.');
	// What was half written survives the page it was written on.
	await page.goto('about:blank');
	await server.start();
	await thread.open(slug);
	await thread.holds('Half of the next');
	await thread.holds('Said into the void.');
	await expect(thread.post('Said into the void.')).toHaveCount(0);
});
