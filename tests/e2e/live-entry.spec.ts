import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { groundOf } from '../support/ground.ts';
import { tellPractices } from '../support/told-practices.ts';
import { expect, test } from '../support/told-stage.ts';

const en = { locale: 'en' } as const;
const agne = 'agne.rudeniute@klaipeda.example';

test('a new version waits until its reader wants it, and what stands around it comes by itself', async ({ as, ferrySong }) => {
	const { page } = await as(who.officer, { ...en, width: 390 });
	await page.goto(ferrySong);
	const article = page.locator('article').first();
	const verse = article.getByText('Verse 20 of');
	await verse.scrollIntoViewIfNeeded();
	const stood = await verse.boundingBox();
	await page.evaluate(() => Object.assign(window, { stayed: true }));

	const { page: theirs } = await as(agne, en);
	await theirs.goto(`${ferrySong}/edit`);
	await theirs.locator('#title').fill('A ferry song at dusk');
	await theirs
		.getByRole('button', { name: m.practices_form_save({}, en) })
		.last()
		.click();
	await expect(theirs.getByText(/^Saved /)).toBeVisible();
	await theirs.goto(`${ferrySong}/draft`);
	await theirs.getByRole('button', { name: m.practices_publish_changes({}, en) }).click();

	const line = page.locator('.newer p');
	await expect(line).toContainText(m.practices_newer_version({}, en));
	await expect(line).toBeInViewport();
	expect(await verse.boundingBox()).toEqual(stood);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('A ferry song');
	await expectNoSideways(page);
	await expectAccessible(page);
	await page.getByRole('button', { name: m.shell_show_newer({}, en) }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('A ferry song at dusk');
	await expect(line).toHaveCount(0);
	expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
});

test('a lead keeps the reasons that were typed when the city takes its draft back meanwhile', async ({ as, server }) => {
	const { services, close } = await groundOf(server);
	const [id = ''] = await tellPractices(services, [{ city: 'kl', title: 'A pier song', until: 'submitted' }]);
	const [row] = await services.sql<{ at: string }[]>`select slug || '-' || short_id as at from practices where id = ${id}`;
	await close();
	const draft = `/practices/${row?.at}/draft`;
	const { page } = await as(who.lead, en);
	await page.goto(draft);
	const reason = page.locator('textarea[name="reason-whole"]');
	await reason.fill('Who sings the second verse?');

	const { page: theirs } = await as(agne, en);
	await theirs.goto(draft);
	await theirs.getByRole('button', { name: m.practices_withdraw({}, en) }).click();
	await expect(page.getByRole('heading', { name: m.practices_life_draft({}, en) })).toBeVisible();
	await expect(page.locator('.newer')).toContainText(m.practices_newer_draft({}, en));
	await expect(reason).toHaveValue('Who sings the second verse?');
	await page.getByRole('button', { name: m.shell_show_newer({}, en) }).click();
	await expect(reason).toHaveCount(0);
});

test('a reaction is there at once for all who have the entry open, and works without scripts', async ({ as, ferrySong }) => {
	const thanks = m.thread_react_thanks({}, en);
	const { page } = await as(who.officer, en);
	await page.goto(ferrySong);
	const hers = page.locator('#reactions').getByRole('button', { name: new RegExp(`^${thanks}`) });
	const { page: plain } = await as(who.expert, { ...en, javaScript: false });
	await plain.goto(ferrySong);
	const his = plain.locator('#reactions').getByRole('button', { name: new RegExp(`^${thanks}`) });
	await his.click();
	await expect(his).toHaveAccessibleName(`${thanks}, 1: ${m.thread_react_you({}, en)}`);
	await expect(hers).toHaveAccessibleName(/^Thanks, 1: /);
	await expect(hers).toHaveAttribute('aria-pressed', 'false');
	await hers.focus();
	await page.keyboard.press('Enter');
	await expect(hers).toHaveAttribute('aria-pressed', 'true');
	await expect(async () => {
		await plain.reload();
		await expect(his).toHaveAccessibleName(/^Thanks, 2: /, { timeout: 500 });
	}).toPass();
	await his.click();
	await expect(hers).toHaveAccessibleName(`${thanks}, 1: ${m.thread_react_you({}, en)}`);
});
