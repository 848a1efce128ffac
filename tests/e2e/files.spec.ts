import type { Locator, Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { expectAccessible } from '../support/accessible.ts';
import { who } from '../support/actors.ts';
import { madeBomb, madePdf, madePhoto, madeZip } from '../support/made-files.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'torun-2016';
const [en, lv] = [{ locale: 'en' }, { locale: 'lv' }] as const;

/** What is chosen from the device, in the place to write. */
const chooser = (page: Page, locale: 'en' | 'lv' = 'en'): Locator => page.getByLabel(m.files_attach({}, { locale }), { exact: true });
const attached = (page: Page, locale: 'en' | 'lv' = 'en'): Locator =>
	page.getByRole('list', { name: m.files_attached({}, { locale }) }).getByRole('listitem');
const alt = (page: Page, name: string, locale: 'en' | 'lv' = 'en'): Locator =>
	page.getByLabel(`${m.files_alt_short({}, { locale })} ${name}`);

async function photo(name = 'square.jpg') {
	return { name, mimeType: 'image/jpeg', buffer: await madePhoto({ sideways: true }) };
}
const pdf = (name = 'plan.pdf') => ({ name, mimeType: 'application/pdf', buffer: madePdf(3) });

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

/** Whether a picture has come, and how wide and high it is as it came. */
async function seen(picture: Locator): Promise<[number, number]> {
	await picture.scrollIntoViewIfNeeded();
	await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
	return picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight] as [number, number]);
}

test('a picture taken sideways and a PDF: the other sees both at once, upright, and opens them', async ({ as }) => {
	const author = await as(who.officer, { locale: 'lv', width: 390 });
	const reader = await as(who.host, { locale: 'en' });
	const [own, others] = [await new ThreadPage(author.page, 'lv').open(slug), await new ThreadPage(reader.page).open(slug)];
	const words = 'Laukums un plāns.';
	await own.write(words);
	await chooser(author.page, 'lv').setInputFiles([await photo('laukums.jpg'), pdf('plāns.pdf')]);
	await expect(attached(author.page, 'lv')).toHaveCount(2);
	await alt(author.page, 'laukums.jpg', 'lv').fill('Laukums Daugavpilī');
	await expect(author.page.getByText(m.files_limits({ size: '50\u00a0MB', count: 10 }, { locale: 'lv' }))).toBeVisible();
	await expectAccessible(author.page);
	await own.send.click();

	const picture = others.post(words).getByRole('img', { name: 'Laukums Daugavpilī' });
	const [width, height] = await seen(picture);
	expect(width).toBeGreaterThan(height);
	const row = others.post(words).getByRole('link', { name: /plāns\.pdf PDF/ });
	await expect(row).toContainText('PDF');
	await expect(row).toContainText('3 pages');
	await seen(row.locator('img'));
	await expect(attached(author.page, 'lv')).toHaveCount(0);
	await expectAccessible(reader.page);
	await expectAccessible(author.page);

	const opened = await reader.page.request.get(String(await row.getAttribute('href')));
	expect([opened.status(), opened.headers()['content-type'], (await opened.body()).subarray(0, 5).toString()]).toEqual([
		200,
		'application/pdf',
		'%PDF-'
	]);
	const original = await reader.page.request.get(`${String(await picture.getAttribute('src')).replace('/medium', '/whole')}?download`);
	expect((await original.body()).includes('where-i-live')).toBe(false);

	await reader.page.reload();
	await seen(picture);
	await expect(row).toBeVisible();
});

test('pictures open large by keyboard, one after the other, and the focus comes back', async ({ as }) => {
	const { page } = await as(who.officer, { locale: 'en' });
	const thread = await new ThreadPage(page).open(slug);
	await thread.write('Two views.');
	await chooser(page).setInputFiles([await photo('first.jpg'), await photo('second.jpg')]);
	await alt(page, 'first.jpg').fill('The first view');
	await alt(page, 'second.jpg').fill('The second view');
	await thread.send.click();
	const link = thread.post('Two views.').getByRole('link', { name: 'The first view' });
	await expect(thread.post('Two views.').getByRole('link', { name: m.thread_edit({}, en), exact: true })).toBeVisible();
	await link.focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: m.files_viewer({}, en) });
	await expect(dialog.getByRole('img', { name: 'The first view' })).toBeVisible();
	await expectAccessible(page);
	await page.keyboard.press('ArrowRight');
	await expect(dialog.getByRole('img', { name: 'The second view' })).toBeVisible();
	await expect(dialog.getByText('2 of 2')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await expect(link).toBeFocused();
});

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

test('files of a message are changed where it stands: one removed, one replaced by a newer version', async ({ as }) => {
	const author = await as(who.officer, { locale: 'en' });
	const reader = await as(who.host, { locale: 'en' });
	const [own, others] = [await new ThreadPage(author.page).open(slug), await new ThreadPage(reader.page).open(slug)];
	await own.write('A plan that grows.');
	await chooser(author.page).setInputFiles([pdf('plan.pdf'), pdf('extra.pdf')]);
	await own.send.click();
	await expect(others.post('A plan that grows.').getByRole('link', { name: /extra\.pdf.*PDF/ })).toBeVisible();
	await own
		.post('A plan that grows.')
		.getByRole('link', { name: m.thread_edit({}, en), exact: true })
		.click();
	await author.page.getByRole('button', { name: m.files_remove({ name: 'extra.pdf' }, en) }).click();
	await author.page.getByLabel(m.files_replace({ name: 'plan.pdf' }, en)).setInputFiles([{ ...pdf('plan.pdf'), buffer: madePdf(5) }]);
	await expect(author.page.getByLabel(m.files_replace({ name: 'plan.pdf' }, en))).toBeAttached();
	await author.page.getByRole('button', { name: m.thread_save({}, en) }).click();
	const post = others.post('A plan that grows.');
	await expect(post.getByRole('link', { name: /plan\.pdf.*5 pages/ })).toBeVisible();
	await expect(post.getByRole('link', { name: /extra\.pdf/ })).toHaveCount(0);
	await post.getByText(m.files_earlier({}, en)).click();
	await expect(post.getByRole('link', { name: /plan\.pdf/ }).last()).toContainText('Version 1');
});

test('a hidden message takes its pictures out of sight for others, and its author still sees them', async ({ as }) => {
	const author = await as(who.officer, { locale: 'en' });
	const lead = await as(who.lead, { locale: 'en' });
	const reader = await as(who.host, { locale: 'en' });
	const own = await new ThreadPage(author.page).open(slug);
	const [leads, others] = [await new ThreadPage(lead.page).open(slug), await new ThreadPage(reader.page).open(slug)];
	await own.write('Somebody is in it.');
	await chooser(author.page).setInputFiles([await photo('face.jpg')]);
	await alt(author.page, 'face.jpg').fill('A face');
	await own.send.click();
	const picture = others.post('Somebody is in it.').getByRole('img', { name: 'A face' });
	await seen(picture);
	const address = String(await picture.getAttribute('src'));
	await leads.hide('Somebody is in it.', 'A child can be seen');
	await expect(picture).toHaveCount(0);
	expect((await reader.page.request.get(address)).status()).toBe(404);
	expect((await author.page.request.get(address)).status()).toBe(200);
	await author.page.getByText(m.thread_hidden_text({}, en)).last().click();
	await seen(author.page.getByRole('img', { name: 'A face' }));
});

test('a file is found by its name and leads to its message, until it is taken out', async ({ as }) => {
	test.slow();
	const author = await as(who.officer, { locale: 'en' });
	const { page } = await as(who.host, { locale: 'lv' });
	const own = await new ThreadPage(author.page).open(slug);
	const finds = (count: number) =>
		expect(async () => {
			await page.goto('/search?q=boardwalk');
			await expect(page.locator('main ol > li')).toHaveCount(count, { timeout: 500 });
		}).toPass();
	await own.write('Here it stands.');
	await chooser(author.page).setInputFiles([pdf('boardwalk_2017.pdf')]);
	await own.send.click();
	await finds(1);
	await expect(page.getByText(`${m.files_kind_pdf({}, lv)} · 1\u00a0kB`)).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'boardwalk_2017.pdf' }).click();
	await expect(new ThreadPage(page, 'lv').post('Here it stands.')).toBeInViewport();
	await own
		.post('Here it stands.')
		.getByRole('link', { name: m.thread_edit({}, en), exact: true })
		.click();
	await author.page.getByRole('button', { name: m.files_remove({ name: 'boardwalk_2017.pdf' }, en) }).click();
	await author.page.getByRole('button', { name: m.thread_save({}, en) }).click();
	await finds(0);
});

test('without a script a message shows its files, and a change of words leaves them', async ({ as }) => {
	const author = await as(who.officer, { locale: 'en' });
	const own = await new ThreadPage(author.page).open(slug);
	await own.write('Shown without a script.');
	await chooser(author.page).setInputFiles([await photo('plain.jpg'), pdf('plain.pdf')]);
	await alt(author.page, 'plain.jpg').fill('A plain picture');
	await own.send.click();
	await expect(own.post('Shown without a script.').getByRole('img', { name: 'A plain picture' })).toBeVisible();
	const { page } = await as(who.officer, { javaScript: false, locale: 'lv' });
	const thread = await new ThreadPage(page, 'lv').open(slug);
	await expect(chooser(page, 'lv')).toHaveCount(0);
	await seen(thread.post('Shown without a script.').getByRole('img', { name: 'A plain picture' }));
	await thread
		.post('Shown without a script.')
		.getByRole('link', { name: m.thread_edit({}, lv), exact: true })
		.click();
	await expect(page.getByText(m.files_stay({}, lv))).toBeVisible();
	await page.getByRole('textbox').fill('Said anew without a script.');
	await page.getByRole('button', { name: m.thread_save({}, lv) }).click();
	await expect(thread.post('Said anew without a script.').getByRole('link', { name: /plain\.pdf PDF/ })).toBeVisible();
	await expect(thread.post('Said anew without a script.').getByRole('img', { name: 'A plain picture' })).toBeVisible();
});
