import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { m } from '#lib/i18n/m';
import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { who } from '../support/actors.ts';
import { mailServer, type MailServer } from '../support/mail-server.ts';
import { runServer } from '../support/running-server.ts';
import { demoPassword } from '../support/seat.ts';
import { expect, test as onStage, type Installation } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

/** The stage with a mail server beside it, to which letters leave at once. */
const test = onStage.extend<object, Installation & { inbox: MailServer }>({
	inbox: [
		async ({ browserName: _ }, use) => {
			const inbox = await mailServer();
			await use(inbox);
			await inbox.close();
		},
		{ scope: 'worker' }
	],
	server: [
		async ({ inbox }, use) => {
			const folder = await mkdtemp(join(tmpdir(), 'swing-e2e-mail-'));
			const server = await runServer(join(folder, 'data'), {
				DEMO_PASSWORD: demoPassword,
				SMTP_URL: inbox.url,
				MAIL_FROM: 'Swing <swing@desk.example>',
				MAIL_DELAY: '1'
			});
			await use(server);
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		},
		{ scope: 'worker', timeout: 90_000 }
	]
});

const slug = 'torun-2016';

/** The newest letter to somebody that says this. */
async function letterTo(inbox: MailServer, address: string, says: string) {
	const found = () => inbox.to(address).findLast(({ subject, text }) => `${subject}\n${text}`.includes(says));
	await expect.poll(found, { timeout: 20_000 }).toBeTruthy();
	return found()!;
}

test('who is mentioned gets a letter whose link opens the place, and ends such letters with one click', async ({
	as,
	visitor,
	inbox,
	server
}) => {
	const elio = await as(who.expert);
	const thread = await new ThreadPage(elio.page).open(slug);
	await thread.box.click();
	await expect(thread.box).toHaveAttribute('contenteditable', 'true');
	await elio.page.keyboard.type('A room for @ilze oz');
	await expect(elio.page.getByRole('listbox').getByRole('option').first()).toHaveText(/Ilze Ozolkalne/);
	await elio.page.keyboard.press('Enter');
	await elio.page.keyboard.type('at the old brewery');
	await thread.send.click();

	const letter = await letterTo(inbox, who.officer, 'at the old brewery');
	expect(letter.subject).toMatch(/^Elio Fontanella piemin jūs diskusijā „Toruņa: .+”: A room for @Ilze/);
	expect(letter.headers.get('from')).toBe('"Elio Fontanella (Swing)" <swing@desk.example>');
	expect(letter.headers.get('content-language')).toBe('lv');
	const link = /http:\S+\/p\/\d+/.exec(letter.text)?.[0] ?? '';
	expect(link.startsWith(`${server.url}/meetings/${slug}/p/`)).toBe(true);
	const ilze = await as(who.officer);
	await ilze.page.goto(link);
	await expect(ilze.page.getByText('at the old brewery')).toBeVisible();

	const stop = /<([^>]+)>/.exec(letter.headers.get('list-unsubscribe') ?? '')?.[1] ?? '';
	const look = await fetch(stop);
	expect(look.status).toBe(200);
	const click = await fetch(stop, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
	expect(click.status).toBe(200);
	expect((await fetch(`${stop}x`, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })).status).toBe(404);
	await ilze.page.goto('/profile/notices');
	await expect(
		ilze.page
			.getByRole('group', { name: m.email_settings_kind_mention({}, { locale: 'lv' }), exact: true })
			.getByRole('radio', { name: m.email_settings_off({}, { locale: 'lv' }) })
	).toBeChecked();

	const guest = await visitor({ width: 390 });
	await guest.page.goto(stop);
	await expect(guest.page.getByRole('listitem').filter({ hasText: m.email_settings_kind_mention({}, { locale: 'en' }) })).toBeVisible();
	await expectAccessible(guest.page);
	await expectNoSideways(guest.page);
	await guest.page.getByRole('button', { name: m.email_settings_stop({}, { locale: 'en' }) }).click();
	await expect(guest.page.getByText(m.email_settings_stop_done({}, { locale: 'en' }))).toBeVisible();
});

for (const javaScript of [true, false]) {
	test(`letters are chosen ${javaScript ? 'with' : 'without'} JavaScript, on a phone, in Latvian`, async ({ as, inbox }) => {
		const { page, watch } = await as(who.coordinator, { locale: 'lv', width: 390, javaScript });
		watch.expectsToHear(/400 \(Bad Request\)/);
		const said = { locale: 'lv' } as const;
		await page.goto('/profile');
		await page.getByRole('link', { name: m.people_profile_emails({}, said) }).click();
		const answers = page.getByRole('group', { name: m.email_settings_kind_reply({}, said) });
		await expect(answers.getByRole('radio', { name: m.email_settings_once({}, said) })).toBeChecked();
		if (javaScript) await expectAccessible(page);
		if (javaScript) await expectNoSideways(page);
		await answers.getByRole('radio', { name: m.email_settings_in_digest({}, said) }).check();
		await page.getByLabel(m.email_settings_rhythm({}, said)).selectOption('weekly');
		await page.getByLabel(m.email_settings_weekday({}, said)).selectOption({ label: 'Piektdiena' });
		await page.getByLabel(m.email_settings_hour({}, said), { exact: true }).selectOption({ label: '17.00' });
		await page.getByLabel(m.email_settings_quiet_from({}, said), { exact: true }).fill('21:30');
		await page.getByLabel(m.email_settings_quiet_to({}, said), { exact: true }).fill('');
		await page.getByRole('button', { name: m.people_save({}, said) }).click();
		await expect(page.getByRole('alert')).toBeVisible();
		await expect(answers.getByRole('radio', { name: m.email_settings_in_digest({}, said) })).toBeChecked();
		await expect(page.getByLabel(m.email_settings_quiet_from({}, said), { exact: true })).toHaveValue('21:30');
		await page.getByLabel(m.email_settings_quiet_to({}, said), { exact: true }).fill('07:00');
		await page.getByRole('button', { name: m.people_save({}, said) }).click();
		await expect(page.getByText(m.people_saved({}, said))).toBeVisible();
		await page.reload();
		await expect(answers.getByRole('radio', { name: m.email_settings_in_digest({}, said) })).toBeChecked();
		await expect(page.getByLabel(m.email_settings_weekday({}, said))).toHaveValue('5');
		await expect(page.getByLabel(m.email_settings_hour({}, said), { exact: true })).toHaveValue('17');
		const before = inbox.to(who.coordinator).length;
		await page.getByRole('button', { name: m.email_settings_trial_send({}, said) }).click();
		await expect(page.getByText(m.email_settings_trial_sent({ email: who.coordinator }, said))).toBeVisible();
		await expect.poll(() => inbox.to(who.coordinator).length, { timeout: 15_000 }).toBe(before + 1);
		expect(inbox.to(who.coordinator).at(-1)?.subject).toBe(m.email_trial_subject({}, said));
		await answers.getByRole('radio', { name: m.email_settings_once({}, said) }).check();
		await page.getByRole('button', { name: m.people_save({}, said) }).click();
		await expect(page.getByText(m.people_saved({}, said))).toBeVisible();
	});
}
