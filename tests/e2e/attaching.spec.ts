import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { expectAccessible } from '../support/accessible.ts';
import { who } from '../support/actors.ts';
import { madeBomb, madePhoto, madeZip } from '../support/made-files.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';
import { alt, attached, chooser, pdf, photo } from '../support/attaching.ts';

const slug = 'torun-2016';
const en = { locale: 'en' } as const;

/** Drops or pastes a small picture into the place to write. */
async function bring(page: Page, event: 'drop' | 'paste', name: string): Promise<void> {
	const content = (await madePhoto({ width: 60, height: 40 })).toString('base64');
	await page.evaluate(
		([event, name, content]) => {
			const data = new DataTransfer();
			data.items.add(new File([Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))], name, { type: 'image/jpeg' }));
			const form = document.querySelector('.foot form')!;
			const init = { bubbles: true, cancelable: true };
			form.dispatchEvent(
				event === 'drop'
					? new DragEvent('drop', { ...init, dataTransfer: data })
					: new ClipboardEvent('paste', { ...init, clipboardData: data })
			);
		},
		[event, name, content] as const
	);
}

test('a picture without a description is asked about once, kindly, and may go as decoration or as it is', async ({ as }) => {
	const { page } = await as(who.officer, { locale: 'en' });
	const thread = await new ThreadPage(page).open(slug);
	await thread.write('Asked about.');
	await chooser(page).setInputFiles([await photo('one.jpg'), await photo('two.jpg')]);
	await expect(alt(page, 'two.jpg')).toBeVisible();
	await thread.send.click();
	await expect(page.getByText(m.files_ask_alt({}, en))).toBeVisible();
	await expect(alt(page, 'one.jpg')).toBeFocused();
	await expect(thread.post('Asked about.')).toHaveCount(0);
	await page.getByRole('checkbox', { name: `${m.files_decoration({}, en)} one.jpg` }).check();
	await thread.send.click();
	await expect(thread.post('Asked about.').getByRole('img', { name: `${m.files_without_alt({}, en)}: two.jpg` })).toBeVisible();
});

test('what is hostile is refused in words, beside what is fine', async ({ as }) => {
	const { page, watch } = await as(who.officer, { locale: 'en' });
	watch.expectsToHear(/status of 422 .*uploads/s);
	const thread = await new ThreadPage(page).open(slug);
	await thread.write('Only the good one.');
	const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
	const file = (name: string, content: Buffer | string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
	await chooser(page).setInputFiles([
		file('drawing.svg', svg),
		file('page.jpg', '<!doctype html><script>alert(1)</script>'),
		file('bomb.png', madeBomb()),
		file('both.jpg', Buffer.concat([await madePhoto(), madeZip({ 'a.html': svg })])),
		{ ...pdf('..\\..\\two\nlines.pdf') }
	]);
	await expect(page.getByText(m.files_refused_markup({ name: 'drawing.svg' }, en))).toBeVisible();
	await expect(page.getByText(m.files_refused_markup({ name: 'page.jpg' }, en))).toBeVisible();
	await expect(page.getByText(m.files_refused_bomb({ name: 'bomb.png' }, en))).toBeVisible();
	await expect(page.getByText(m.files_refused_polyglot({ name: 'both.jpg' }, en))).toBeVisible();
	await expect(attached(page).filter({ hasText: 'two lines.pdf' })).toHaveCount(1);
	await thread.send.click();
	await expect(page.getByText(m.files_not_all({}, en))).toBeVisible();
	for (const name of ['drawing.svg', 'page.jpg', 'bomb.png', 'both.jpg'])
		await page.getByRole('button', { name: m.files_remove({ name }, en) }).click();
	await expectAccessible(page);
	await thread.send.click();
	await expect(thread.post('Only the good one.').getByRole('link', { name: /two lines\.pdf PDF/ })).toBeVisible();
});

test('a file of two gigabytes is refused at the first request', async ({ as, server }) => {
	const { page } = await as(who.officer, { locale: 'en' });
	await page.goto(`/meetings/${slug}`);
	const base64 = (text: string) => Buffer.from(text).toString('base64');
	const network = await page.evaluate(async () => /network:"([\da-f-]{36})"/.exec(document.documentElement.outerHTML)?.[1] ?? '');
	const answer = await page.request.post(`${server.url}/uploads`, {
		headers: {
			origin: server.url,
			'tus-resumable': '1.0.0',
			'upload-length': '2000000000',
			'upload-metadata': `filename ${base64('film.mp4')},network ${base64(network)}`
		}
	});
	expect([answer.status(), await answer.text()]).toEqual([413, 'too_large']);
});

test('what was attached waits with the draft across a reload, and an upload goes on over a broken line', async ({ as }) => {
	const { page, context, watch } = await as(who.officer, { locale: 'en' });
	watch.expectsToHear(/ERR_FAILED .*uploads/s);
	const thread = await new ThreadPage(page).open(slug);
	await thread.write('Kept over the night.');
	await chooser(page).setInputFiles([await photo('kept.jpg')]);
	await alt(page, 'kept.jpg').fill('What was kept');
	await context.route('**/uploads/*', (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()));
	await chooser(page).setInputFiles([pdf('later.pdf')]);
	await expect(attached(page).filter({ hasText: m.files_broken({}, en) })).toHaveCount(1);
	await page.reload();
	await expect(alt(page, 'kept.jpg')).toHaveValue('What was kept');
	await expect(attached(page).filter({ hasText: 'later.pdf' })).toHaveCount(1);
	await thread.send.click();
	await expect(page.getByText(m.files_sent_when_here({}, en))).toBeVisible();
	await context.unroute('**/uploads/*');
	await expect(thread.post('Kept over the night.').getByRole('img', { name: 'What was kept' })).toBeVisible();
	await expect(thread.post('Kept over the night.').getByRole('link', { name: /later\.pdf PDF/ })).toBeVisible();
	await page.reload();
	await expect(attached(page)).toHaveCount(0);
});

test('by drop and by paste; a pasted text stays a text', async ({ as }) => {
	const { page } = await as(who.officer, { locale: 'en' });
	const thread = await new ThreadPage(page).open(slug);
	await thread.write('Dropped and pasted.');
	await expect(page.getByText(m.files_limits({ size: '50\u00a0MB', count: 10 }, en))).toBeVisible();
	for (const [event, name] of [
		['drop', 'dropped.jpg'],
		['paste', 'pasted.jpg']
	] as const) {
		await bring(page, event, name);
		await expect(alt(page, name)).toBeVisible();
	}
	await page.getByRole('button', { name: m.files_remove({ name: 'dropped.jpg' }, en) }).click();
	await expect(attached(page)).toHaveCount(1);
	await alt(page, 'pasted.jpg').fill('A pasted field');
	await thread.send.click();
	await expect(thread.post('Dropped and pasted.').getByRole('img', { name: 'A pasted field' })).toBeVisible();
});

test('a message may be nothing but files; what comes before the tray is there waits for it', async ({ as }) => {
	const { page, context } = await as(who.officer, { locale: 'en' });
	const thread = await new ThreadPage(page).open(slug);
	await thread.say('Before it.');
	await page.reload();
	await expect(thread.more('Before it.')).toBeAttached();
	const held = Promise.withResolvers<void>();
	await context.route('**/_app/immutable/**', async (route) => {
		await held.promise;
		await route.continue();
	});
	await thread.box.focus();
	await bring(page, 'paste', 'early.jpg');
	await bring(page, 'drop', 'dropped-early.jpg');
	held.resolve();
	await expect(attached(page)).toHaveCount(2);
	await alt(page, 'early.jpg').fill('Nothing but a field');
	await page.getByRole('button', { name: m.files_remove({ name: 'dropped-early.jpg' }, en) }).click();
	await thread.send.click();
	const post = page.getByRole('article').filter({ has: page.getByRole('img', { name: 'Nothing but a field' }) });
	await expect(post.getByRole('link', { name: m.thread_edit({}, en), exact: true })).toBeAttached();
	await expect(attached(page)).toHaveCount(0);
	await expectAccessible(page);
	await post.getByRole('link', { name: m.thread_edit({}, en), exact: true }).click();
	await alt(page, 'early.jpg').fill('A field and nothing else');
	await page.getByRole('button', { name: m.thread_save({}, en) }).click();
	await expect(page.getByRole('img', { name: 'A field and nothing else' })).toBeVisible();
});
