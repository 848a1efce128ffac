import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { pieceOf } from '../../scripts/weigh.mjs';
import { who } from '../support/actors.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const en = { locale: 'en' } as const;
const lost = /WebSocket|ERR_|Failed to load resource|Failed to fetch|network/i;
const meeting = '/meetings/nantes-2017';

/** Goes on once the browser keeps the page that is shown with these words, as it does of itself after a moment of looking. */
async function kept(page: Page, path: string, words = ''): Promise<void> {
	await page.mouse.move(200, 200);
	await page.mouse.move(210, 210);
	const has = async ([url = '', part = '']: string[]) => (await (await caches.match(url))?.text())?.includes(part) ?? false;
	await expect.poll(() => page.evaluate(has, [path, words])).toBe(true);
}

test('what was read opens without a line with what was read, and what one writes there leaves once the line is back', async ({ as }) => {
	test.slow();
	const { page, context, watch } = await as(who.expert, { keepsPages: true });
	watch.expectsToHear(lost);
	const thread = await new ThreadPage(page).open('nantes-2017');
	await thread.say('Read before the tunnel');
	await kept(page, meeting, 'Read before the tunnel');
	const menu = page.getByRole('navigation', { name: m.shell_rooms({}, en) });
	await thread.menu.click();
	await kept(page, '/meetings');
	await kept(page, '/offline');

	await context.setOffline(true);
	await thread.open('nantes-2017');
	await expect(page.getByText(/this page is as of/)).toBeVisible();
	await expect(thread.post('Read before the tunnel')).toBeVisible();
	await thread.write('Written in the tunnel');
	await thread.send.click();
	await expect(thread.post('Written in the tunnel')).toContainText(m.thread_waiting_to_send({}, en));
	await menu.getByRole('link', { name: m.shell_network({}, en), exact: true }).click();
	await expect(page.getByRole('heading', { name: m.offline_title({}, en) })).toBeVisible();
	await page
		.getByRole('main')
		.getByRole('link', { name: /Nantes/ })
		.click();
	await expect(thread.post('Written in the tunnel')).toContainText(m.thread_waiting_to_send({}, en));

	await context.setOffline(false);
	await expect(thread.post('Written in the tunnel')).toHaveId(/^p-\d+$/);
	await expect(page.getByText(/this page is as of/)).toHaveCount(0);
	await page.reload();
	await expect(thread.post('Written in the tunnel')).toHaveCount(1);
});

test('the first page of a new browser opens without a line as soon as the worker is there', async ({ as }) => {
	const { page, context, watch } = await as(who.expert, { keepsPages: true });
	watch.expectsToHear(lost);
	const read = '/meetings/coimbra-2017';
	await page.goto(read);
	const posts = page.getByRole('article');
	const words = (await posts.first().getByRole('paragraph').first().textContent())?.slice(0, 40) ?? '';
	const isKept = await page.evaluate(async (url) => {
		await navigator.serviceWorker.ready;
		return Boolean(await caches.match(url));
	}, read);
	expect(isKept).toBe(true);
	// Its program is kept too, the parts that were fetched at the first stir included.
	await page.mouse.move(200, 200);
	await page.mouse.move(210, 210);
	await expect(page.locator('dialog[aria-labelledby="leave-unsent"]')).toHaveCount(1);
	const missing = async () => {
		const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
		const kept = await Promise.all(fetched.filter((name) => name.includes('/immutable/')).map((name) => caches.match(name)));
		return kept.filter((one) => !one).length;
	};
	await expect.poll(() => page.evaluate(missing)).toBe(0);
	await context.setOffline(true);
	await page.reload();
	await expect(page.getByText(/this page is as of/)).toBeVisible();
	await expect(posts.first()).toContainText(words);
});

test('who signs out is asked when something is unsent; the next person finds neither pages nor words, and the writer finds them again', async ({
	as,
	sessions
}) => {
	test.slow();
	const { page, context, watch } = await as(who.expert, { keepsPages: true });
	watch.expectsToHear(lost);
	const thread = await new ThreadPage(page).open('nantes-2017');
	await kept(page, meeting);
	// The server takes pages and forms, but no line: what is written stays.
	await page.routeWebSocket(/\/live/, (line) => void line.close());
	await thread.open('nantes-2017');
	await thread.write('Words that nobody else may read');
	await thread.send.click();
	await expect(thread.post('Words that nobody else may read')).toBeVisible();
	await thread.write('A draft that nobody else may read');
	const held = () =>
		page.evaluate(async () => {
			const pages = await caches.open('swing-pages');
			const html = await Promise.all((await pages.keys()).map(async (key) => (await pages.match(key))?.text()));
			const open = indexedDB.open('swing-outbox');
			const store = await new Promise<IDBObjectStore>((resolve) => {
				open.onsuccess = () => resolve(open.result.transaction('waiting').objectStore('waiting'));
			});
			const writes = await new Promise((resolve) => {
				const all = store.getAll();
				all.onsuccess = () => resolve(all.result);
			});
			return JSON.stringify([html, writes, { ...localStorage }, { ...sessionStorage }]);
		});
	await expect.poll(held).toContain('kept-draft:');
	expect(await held()).not.toContain('nobody else may read');

	const signOut = async () => {
		await page.getByRole('button', { name: /^You: / }).click();
		await page.getByRole('button', { name: m.shell_sign_out({}, en) }).click();
	};
	await signOut();
	const dialog = page.getByRole('dialog', { name: m.offline_leave_title({}, en) });
	await expect(dialog.getByRole('button', { name: m.offline_stay({}, en) })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: /^You: / })).toBeFocused();
	await expect(thread.box).toContainText('A draft that nobody else may read');
	await signOut();
	await dialog.getByRole('button', { name: m.offline_leave({}, en) }).click();
	await expect(page.getByRole('heading', { name: m.people_signin({}, en) })).toBeVisible();
	expect(await held()).not.toMatch(/nobody else may read|Nantes/);
	await context.setOffline(true);
	await page.goto(meeting, { waitUntil: 'load' });
	await expect(page.getByRole('heading', { name: m.offline_title({}, en) })).toBeVisible();
	await expect(page.getByText('Nantes')).toHaveCount(0);
	await context.setOffline(false);

	await sessions.signIn(context, who.officer, 'en');
	await thread.open('nantes-2017');
	await expect(page.getByText('nobody else may read')).toHaveCount(0);
	await sessions.signIn(context, who.expert, 'en');
	await thread.open('nantes-2017');
	await expect(thread.post('Words that nobody else may read')).toHaveCount(1);
	await thread.holds('A draft that nobody else may read');
});

test('a link that takes its time says so', async ({ as }) => {
	const { page, context } = await as(who.expert);
	await page.goto('/');
	await page.mouse.move(200, 200);
	await page.mouse.move(210, 210);
	let go = (): void => {};
	const held = new Promise<void>((resolve) => {
		go = resolve;
	});
	await context.route('**/inbox/__data.json*', async (route) => {
		await held;
		await route.continue();
	});
	await page
		.getByRole('link', { name: /^Inbox/ })
		.first()
		.click();
	await expect(page.getByRole('status').filter({ hasText: m.offline_loading({}, en) })).toHaveCount(1);
	const sign = page.locator('.slow').filter({ visible: true });
	await expect(sign).toHaveCount(1);
	go();
	await expect(page).toHaveURL(/inbox/);
	await expect(sign).toHaveCount(0);
});

test('a line that is slow from the beginning says so before the rest of the program is there', async ({ as }) => {
	const { page } = await as(who.expert);
	const held = Promise.withResolvers<void>();
	for (const late of ['**/inbox/__data.json*', `**${pieceOf('src/lib/components/shell/Watch.svelte')}`])
		await page.route(late, async (route) => {
			await held.promise;
			await route.continue();
		});
	await page.goto('/');
	const link = page.getByRole('link', { name: /^Inbox/ }).first();
	await link.focus();
	await page.keyboard.press('Enter');
	const sign = page.locator('.slow').filter({ visible: true });
	await expect(sign).toHaveCount(1);
	held.resolve();
	await expect(page).toHaveURL(/inbox/);
	await expect(sign).toHaveCount(0);
});

test('a form that cannot get through keeps what was typed and says so', async ({ as }) => {
	const { page, context, watch } = await as(who.expert);
	watch.expectsToHear(lost);
	await page.goto('/profile');
	await page.mouse.move(200, 200);
	await page.mouse.move(210, 210);
	const name = page.getByRole('textbox', { name: m.people_name({}, en) });
	await name.fill('Somebody with a new name');
	await page.getByRole('button', { name: /^You: / }).waitFor();
	await expect(page.locator('dialog[aria-labelledby="leave-unsent"]')).toHaveCount(1);
	await context.setOffline(true);
	await name.press('Enter');
	await expect(page.getByRole('alert').filter({ hasText: m.offline_not_done({}, en) })).toHaveCount(1);
	await expect(name).toHaveValue('Somebody with a new name');
});
