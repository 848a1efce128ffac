import type { Locator } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { expectAccessible } from '../support/accessible.ts';
import { who } from '../support/actors.ts';
import { madePdf } from '../support/made-files.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';
import { alt, attached, chooser, pdf, photo } from '../support/attaching.ts';

const slug = 'torun-2016';
const [en, lv] = [{ locale: 'en' }, { locale: 'lv' }] as const;

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
	await expect(chooser(page, 'lv')).toBeHidden();
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
