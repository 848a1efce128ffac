import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { personMention } from '#lib/model/documents/mentions.ts';
import { postInMeeting } from '#lib/server/meetings/post-in-meeting.ts';
import { actorOf, who } from '../support/actors.ts';
import { groundOf } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const slug = 'nantes-2017';

/** Puts something on the clipboard of the machine, as another program does with all its kinds. */
async function copy(page: Page, kinds: Record<string, string>): Promise<void> {
	await page.evaluate((all) => {
		addEventListener(
			'copy',
			(event) => {
				event.preventDefault();
				for (const [kind, value] of Object.entries(all)) event.clipboardData?.setData(kind, value);
			},
			{ once: true }
		);
		document.execCommand('copy');
	}, kinds);
}

/** What a spreadsheet puts on the clipboard: its styles, pictures and handlers too. */
const sheet =
	'<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Excel 15"><base href="https://example.org/">' +
	'<link rel=File-List href="file:///C:/clip_filelist.xml"><style><!--table {mso-x: y;} .xl65 {color: red}--></style></head>' +
	'<body><table border=0 style="border-collapse: collapse"><!--StartFragment--><col width=64><tr height=20><td class=xl65 onclick="x()">Klaipėda</td>' +
	'<td align=right>123400</td></tr><tr><td>Daugavpils<img src="file:///C:/a.png" onerror="x()"></td><td></td><td>78 000</td></tr><!--EndFragment--></table></body></html>';

test('what is pasted with the keyboard comes in as it was, and nothing is reported', async ({ as }) => {
	const { page } = await as(who.expert);
	const thread = await new ThreadPage(page).open(slug);
	await thread.box.click();
	await expect(thread.box).toHaveAttribute('contenteditable', 'true');
	await page.keyboard.type('Satiekamies: ');
	await copy(page, { 'text/plain': 'ul. Długa 5' });
	await page.keyboard.press('ControlOrMeta+v');
	await page.keyboard.type(', pie J. Bērziņa. ');
	await copy(page, { 'text/plain': '**J. Bērziņš** \\\\server\\share\\_new 2*3*4' });
	await page.keyboard.press('ControlOrMeta+Shift+v');
	await page.keyboard.press('Enter');
	await copy(page, { 'text/plain': '15. decembris\r\n31. janvāris\r\n28. februāris' });
	await page.keyboard.press('ControlOrMeta+v');
	await page.keyboard.press('Enter');
	await copy(page, { 'text/html': sheet, 'text/plain': 'Klaipėda\t123400\r\nDaugavpils\t\t78 000' });
	await page.keyboard.press('ControlOrMeta+v');
	await thread.send.click();
	const post = thread.post('Satiekamies');
	await expect(post).toHaveId(/^p-\d+$/);
	await expect(post.locator('p[dir]')).toHaveText(
		[
			'Satiekamies: ul. Długa 5, pie J. Bērziņa. **J. Bērziņš** \\\\server\\share\\_new 2*3*4',
			'15. decembris31. janvāris28. februāris',
			'Klaipėda\t123400Daugavpils\t\t78 000'
		],
		{ useInnerText: false }
	);
	await expect(post.locator('li')).toHaveCount(0);
	const seen = await post.locator('p[dir]').last().innerText();
	expect(seen).toBe('Klaipėda\t123400\nDaugavpils\t\t78 000');
});

test('numbers pasted behind words already typed are posted as they were', async ({ as }) => {
	const { page } = await as(who.expert);
	const thread = await new ThreadPage(page).open(slug);
	await thread.box.click();
	await expect(thread.box).toHaveAttribute('contenteditable', 'true');
	await page.keyboard.type('Sanākam: ');
	await copy(page, { 'text/plain': '1. decembris\n2. decembris' });
	await page.keyboard.press('ControlOrMeta+v');
	await page.keyboard.type(' vai vēlāk');
	await thread.send.click();
	const post = thread.post('Sanākam');
	await expect(post).toHaveId(/^p-\d+$/);
	await expect(post.locator('li')).toHaveCount(0);
	expect(await post.locator('p[dir]').innerText()).toBe('Sanākam: 1. decembris\n2. decembris vai vēlāk');
});

test('a list copied from a page keeps its numbers behind words, and the sentence goes on below it', async ({ as, server }) => {
	const ground = await groundOf(server);
	const author = await actorOf(ground.services, who.officer);
	const list = { commandId: randomUUID(), slug, doc: fromMarkdown('1. Plāns\n2. Budžets'), lang: 'lv' };
	const { seq } = await postInMeeting(ground.services, author, list);
	await ground.close();
	const { page } = await as(who.expert);
	const thread = await new ThreadPage(page).open(slug);
	await page.locator(`#p-${seq} ol`).evaluate((shown) => getSelection()?.selectAllChildren(shown));
	await page.keyboard.press('ControlOrMeta+c');
	await thread.box.click();
	await expect(thread.box).toHaveAttribute('contenteditable', 'true');
	await page.keyboard.type('Kārtība un viss');
	for (let back = 0; back < ' un viss'.length; back += 1) await page.keyboard.press('ArrowLeft');
	await page.keyboard.type(': ');
	await page.keyboard.press('ControlOrMeta+v');
	await page.keyboard.type(', un 3.');
	await thread.send.click();
	const post = thread.post('un viss');
	await expect(post).toHaveId(/^p-\d+$/);
	await expect(post.locator('p[dir]').first()).toHaveText('Kārtība:');
	await expect(post.locator('ol > li')).toHaveText(['Plāns', 'Budžets, un 3.']);
	await expect(post.locator('p[dir]').last()).toHaveText('un viss');
});

test('what is pasted before the editor has come is in it as it was', async ({ as }) => {
	const { page } = await as(who.expert);
	const thread = await new ThreadPage(page).open(slug);
	const editor = Promise.withResolvers<void>();
	await page.route(/\.js$/, async (route) => {
		await editor.promise;
		await route.continue();
	});
	const plain = page.locator('textarea[name=text]');
	await plain.click();
	await page.keyboard.type('**Laiks**: ');
	await copy(page, { 'text/plain': '- 5 grādi\n- 7 grādi\n**J. Bērziņš** 2*3' });
	await page.keyboard.press('ControlOrMeta+Shift+v');
	await page.keyboard.type(' un');
	await expect(plain).toHaveValue(/2\*3 un$/);
	editor.resolve();
	await expect(thread.box).toHaveAttribute('contenteditable', 'true');
	await page.keyboard.type(' tā');
	await thread.send.click();
	const post = thread.post('Laiks');
	await expect(post).toHaveId(/^p-\d+$/);
	await expect(post.locator('li')).toHaveCount(0);
	await expect(post.locator('strong')).toHaveText('Laiks');
	expect(await post.locator('p[dir]').innerText()).toBe('Laiks: - 5 grādi\n- 7 grādi\n**J. Bērziņš** 2*3 un tā');
});

test('a draft after a reload shows its words, and whom it mentions is still mentioned', async ({ as, server }) => {
	const ground = await groundOf(server);
	const ilze = await actorOf(ground.services, who.officer);
	await ground.close();
	const { page } = await as(who.expert);
	const thread = await new ThreadPage(page).open(slug);
	await thread.box.click();
	await expect(thread.box).toHaveAttribute('contenteditable', 'true');
	await page.keyboard.type('Vai tu vari, @Ilze');
	await page.getByRole('option', { name: /Ilze/ }).first().click();
	await page.keyboard.type('**24. decembrī**');
	await page.reload();
	const plain = page.locator('textarea[name=text]');
	await expect(plain).toHaveValue(/^Vai tu vari, @Ilze Ozolkalne 24\. decembrī$/);
	await thread.send.click();
	await expect(thread.post('24. decembrī').locator(`[data-mention="${personMention(ilze.id)}"]`)).toHaveText('@Ilze Ozolkalne');
	await expect(thread.post('24. decembrī').locator('strong')).toHaveText('24. decembrī');
});

test('without scripts braces and what stands in them stay, also when the message is changed', async ({ as }) => {
	const { page } = await as(who.expert, { javaScript: false });
	const thread = await new ThreadPage(page).open(slug);
	const field = page.locator('textarea[name=text]').first();
	const braces = 'Formulas: {*x*} {**y**} {`k`} {\\}';
	await field.fill(braces);
	await thread.send.click();
	const post = thread.post('Formulas');
	await expect(post).toContainText(braces);
	await page.goto(`/meetings/${slug}/p/${((await post.getAttribute('id')) ?? '').replace('p-', '')}/edit`);
	await expect(field).toHaveValue(braces);
	await field.fill(`${braces}, {*z*}`);
	await page.getByRole('button', { name: m.thread_save({}, { locale: 'en' }) }).click();
	await expect(post).toContainText(`${braces}, {*z*}`);
});

test('without scripts what is written comes back as it was, and a mention stays when its message is changed', async ({ as, server }) => {
	const ground = await groundOf(server);
	const ilze = await actorOf(ground.services, who.officer);
	const author = await actorOf(ground.services, who.expert);
	const doc = fromMarkdown(`Paldies, [@Ilze Ozolkalne](${personMention(ilze.id)})!`);
	const { seq } = await postInMeeting(ground.services, author, { commandId: randomUUID(), slug, doc, lang: 'lv' });
	await ground.close();
	const { page } = await as(who.expert, { javaScript: false });
	const thread = await new ThreadPage(page).open(slug);
	const dates = '15. decembris\n31. janvāris\n28. februāris\n-- \n2*3*4 C:\\_new (https://example.eu/a).';
	const field = page.locator('textarea[name=text]').first();
	await field.fill(`Datumi\n${dates}`);
	await thread.send.click();
	const post = thread.post('Datumi');
	await expect(post.locator('p[dir]')).toHaveText(`Datumi\n${dates}`.replaceAll('\n', '').replace('-- ', '--'));
	await expect(post.locator('a[href="https://example.eu/a"]')).toHaveText('https://example.eu/a');

	await page.goto(`/meetings/${slug}/p/${seq}/edit`);
	await expect(field).toHaveValue('Paldies, @Ilze Ozolkalne!');
	await field.fill('Liels paldies, @Ilze Ozolkalne!');
	await page.getByRole('button', { name: m.thread_save({}, { locale: 'en' }) }).click();
	await expect(thread.post('Liels paldies').locator(`[data-mention="${personMention(ilze.id)}"]`)).toHaveText('@Ilze Ozolkalne');
});
