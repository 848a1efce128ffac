import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { lineTo } from '../support/line.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const en = { locale: 'en' } as const;
const lv = { locale: 'lv' } as const;
const slug = 'poznan-2017';
const secret = 'lighthouse';

test('what the lead hides is gone for others at once and everywhere, its author reads why, and it comes back for all', async ({
	as,
	server
}) => {
	test.slow();
	const author = await as(who.host, en);
	const officer = await as(who.officer, lv);
	const lead = await as(who.lead, en);
	const [own, others, leads] = [new ThreadPage(author.page), new ThreadPage(officer.page, 'lv'), new ThreadPage(lead.page)];
	for (const thread of [own, others, leads]) await thread.open(slug);
	await own.say(`The first word of the ${secret}.`);
	await own.change(secret, `Another word of the ${secret}.`);
	await expect(others.post('Another word')).toHaveCount(1);
	const address = (await others.post('Another word').locator('a[href*="/p/"]').first().getAttribute('href')) ?? '';
	const seq = address.split('/').at(-1);

	await leads.hide('Another word', 'It names somebody');
	const trace = officer.page.locator(`#p-${seq}`);
	await expect(trace.getByText(/Vadošais partneris šo ziņu ir paslēpis/)).toBeVisible();
	await expect(trace).toContainText('Inês Salgueiral');
	expect(await officer.page.content()).not.toContain(secret);
	await expect(lead.page.locator(`#p-${seq}`)).toBeFocused();

	await expect(own.page.locator(`#p-${seq}`)).toContainText('Reason given by Marek Wiosna: It names somebody');
	await own.page.getByText(m.thread_hidden_text({}, en)).click();
	await expect(own.page.getByText(`Another word of the ${secret}.`)).toBeVisible();
	await expect(own.page.locator(`#p-${seq}`).getByRole('button', { name: m.thread_restore({}, en) })).toHaveCount(0);
	await expect(own.page.locator(`#p-${seq}`).getByRole('link', { name: m.thread_restore({}, en) })).toHaveCount(0);

	const { request } = officer.page;
	const read = async (path: string, accept = 'text/html') => (await request.get(path, { headers: { accept } })).text();
	expect(await read(`/meetings/${slug}`)).not.toContain(secret);
	expect(await read('/')).not.toContain(secret);
	expect(await read(`${address}/history`)).not.toContain(secret);
	expect(await read(`${address}/history`)).toContain('paslēp');
	expect(JSON.parse(await read(address, 'application/json'))).toMatchObject({ post: { doc: null }, hidden: null });
	expect(JSON.parse(await (await author.page.request.get(address, { headers: { accept: 'application/json' } })).text())).toMatchObject({
		post: { doc: null },
		hidden: { reason: 'It names somebody', by: 'Marek Wiosna' }
	});
	for (const visit of [officer, author, lead]) {
		const cookie = (await visit.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
		const socket = await lineTo(server.url, { cookie });
		const { stream } = await streamOf(visit.page.request, slug);
		const replayed: unknown = await socket.timeout(10_000).emitWithAck('follow', { stream, seq: 0 });
		expect(JSON.stringify(replayed)).toContain('post.hidden');
		expect(JSON.stringify(replayed)).not.toContain(secret);
		socket.disconnect();
	}
	await officer.page.reload();
	expect(await officer.page.content()).not.toContain(secret);
	await author.page.reload();
	await expect(own.page.locator(`#p-${seq}`)).toContainText('It names somebody');

	await lead.page.reload();
	await lead.page.locator(`#p-${seq}`).getByText(m.thread_restore({}, en)).click();
	for (const thread of [own, others, leads]) await expect(thread.post(`Another word of the ${secret}.`)).toBeVisible();
	await expect(own.page.getByText('It names somebody')).toHaveCount(0);
	await expect(lead.page.locator(`#p-${seq}`)).toBeFocused();
	await officer.page.reload();
	await expect(others.post(`Another word of the ${secret}.`)).toBeVisible();
});

/** The name of a meeting's stream, as its page knows it. */
async function streamOf(
	request: { get(path: string): Promise<{ text(): Promise<string> }> },
	meeting: string
): Promise<{ stream: string }> {
	const page = await (await request.get(`/meetings/${meeting}`)).text();
	const [, stream] = /stream:"(meeting:[\da-f-]{36})"/.exec(page) ?? [];
	if (!stream) throw new Error('The page names no stream');
	return { stream };
}

test('a reason too short is told so in words, and what was written stays, over a reload too', async ({ as }) => {
	const author = await as(who.host, en);
	const { page } = await as(who.lead, lv);
	const own = await new ThreadPage(author.page).open(slug);
	const thread = await new ThreadPage(page, 'lv').open(slug);
	await own.say('Nothing wrong with this.');
	await thread.choose('Nothing wrong with this.', m.thread_hide({}, lv));
	const reason = page.getByRole('textbox', { name: m.moderation_reason({}, lv) });
	await reason.fill('   ');
	await page.getByRole('button', { name: m.thread_hide_confirm({}, lv), exact: true }).click();
	await expect(page.getByText(m.moderation_reason_short({}, lv))).toBeVisible();
	await reason.fill('It names a pupil of the school');
	await page.reload();
	await thread.choose('Nothing wrong with this.', m.thread_hide({}, lv));
	await expect(reason).toHaveValue('It names a pupil of the school');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(thread.more('Nothing wrong with this.')).toBeFocused();
	await expect(own.post('Nothing wrong with this.')).toHaveCount(1);
});

test('who is changing a message while it is hidden keeps the new words', async ({ as }) => {
	const author = await as(who.host, en);
	const lead = await as(who.lead, en);
	const own = await new ThreadPage(author.page).open(slug);
	const leads = await new ThreadPage(lead.page).open(slug);
	await own.say('To be changed.');
	await own
		.post('To be changed.')
		.getByRole('link', { name: m.thread_edit({}, en), exact: true })
		.click();
	const box = author.page.getByRole('textbox', { name: m.thread_edit_your_message({}, en) });
	await own.edited(box);
	await box.fill('To be changed, better.');
	await leads.hide('To be changed.', 'For a moment');
	await expect(author.page.getByText('Reason given by Marek Wiosna: For a moment')).toBeVisible();
	await expect(box).toHaveCount(0);
	await lead.page.getByText(m.thread_restore({}, en)).click();
	await own.holds('To be changed, better.', box);
	await author.page.getByRole('button', { name: m.thread_save({}, en) }).click();
	await expect(leads.post('To be changed, better.')).toHaveCount(1);
});
