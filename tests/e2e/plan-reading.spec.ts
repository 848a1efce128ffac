import { randomUUID } from 'node:crypto';
import { m } from '#lib/i18n/m';
import { anchorOfSection } from '#lib/model/plans/section.ts';
import { addRow } from '#lib/server/plans/rows/place.ts';
import { actorOf, who } from '../support/actors.ts';
import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { groundOf } from '../support/ground.ts';
import { expect, test } from '../support/told-stage.ts';
import { said, sectionOf, writeOn, type WrittenPlan } from '../support/written-plans.ts';

const en = { locale: 'en' } as const;

const at = (plan: WrittenPlan, section: number): string => {
	const head = plan.sections[section];
	if (!head) throw new Error(`The plan has no section ${section}`);
	return anchorOfSection(head);
};

test('a deep link leads exactly to a section that has not come yet', async ({ as, long }) => {
	const { page } = await as(who.officer, en);
	const anchor = at(long, 8);
	await page.goto(`${long.href}#${anchor}`);
	const section = page.locator(`#${anchor}`);
	await expect(section.getByText('Quay 9 begins here.')).toBeVisible();
	await expect(page.locator('nav.outline [aria-current]')).toContainText('9');
	await expect
		.poll(async () => {
			const [mast, top] = await Promise.all([
				page
					.locator('header')
					.first()
					.evaluate((one) => one.getBoundingClientRect().bottom),
				section.evaluate((one) => one.getBoundingClientRect().top)
			]);
			return top - mast > -120 && top - mast < 120;
		})
		.toBe(true);
	// What comes above it later moves nothing.
	const stood = await section.evaluate((one) => one.getBoundingClientRect().top);
	await page
		.locator(`#${at(long, 7)}`)
		.getByText('Quay 8 begins here.')
		.waitFor({ state: 'attached' });
	expect(Math.abs((await section.evaluate((one) => one.getBoundingClientRect().top)) - stood)).toBeLessThan(2);
	await expectNoSideways(page);
	await expectAccessible(page);
});

test('the outline leads through the plan by keyboard, and says where one reads', async ({ as, long }) => {
	const { page } = await as(who.officer, en);
	await page.goto(long.href);
	const outline = page.locator('nav.outline');
	await expect(outline.locator('[aria-current]')).toContainText('1');
	await outline.getByRole('link').nth(9).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText('Quay 10 begins here.')).toBeInViewport();
	await expect(outline.locator('[aria-current]')).toContainText('10');
});

test('on a phone the outline unfolds from a bar, in Latvian', async ({ as, long }) => {
	const { page } = await as(who.officer, { locale: 'lv', width: 390 });
	await page.goto(long.href);
	await expect(page.getByText(m.plans_state_consultation({}, { locale: 'lv' })).first()).toBeVisible();
	await page.locator('details.fold summary').click();
	const folded = page.locator('details.fold');
	await expectNoSideways(page);
	await expectAccessible(page);
	await folded.getByRole('link').nth(4).click();
	await expect(folded).not.toHaveAttribute('open', /.*/);
	await expect(page.getByText('Quay 5 begins here.')).toBeInViewport();
	await expect(folded.locator('summary')).toContainText('5');
});

test('without scripts a plan is read section by section, and whole where it prints', async ({ as, long }) => {
	const { page } = await as(who.officer, { ...en, javaScript: false });
	await page.goto(long.href);
	await expect(page.getByText('Quay 10 begins here.')).toHaveCount(0);
	await page.locator('nav.outline').getByRole('link').nth(8).click();
	await expect(page.getByText('Quay 9 begins here.')).toBeVisible();
	await page.getByRole('link', { name: /^Before: / }).click();
	await expect(page.getByText('Quay 8 begins here.')).toBeVisible();
	await page.goto(`${long.href}/print`);
	for (const n of [4, 7, 10]) await expect(page.getByText(`Quay ${n} begins here.`)).toBeVisible();
});

test('what another writes waits at the section that is read, and is marked as new on the next visit', async ({ as, server, long }) => {
	const { page } = await as(who.officer, en);
	await page.goto(`${long.href}#${at(long, 2)}`);
	const vision = page.locator(`#${at(long, 2)}`);
	await expect(vision.getByText('that young people steer')).toBeVisible();
	await expect(page.locator('nav.outline .new')).toHaveCount(0);
	const { services, close } = await groundOf(server);
	// It counts as read once it has stood on screen.
	const read = (section: number) =>
		services.sql`select rows_at from sections_read where section_id = ${long.sections[section]?.id ?? ''}`;
	await expect.poll(async () => (await read(2)).length).toBe(1);
	await writeOn(services, who.host, long.sections[2]?.id ?? '', sectionOf(said('A harbour that young people steer and paint.')));
	await expect(vision.getByRole('status')).toContainText('changed this section');
	await expect(vision.getByText('steer and paint')).toHaveCount(0);
	await vision.getByRole('button', { name: m.shell_show_newer({}, en) }).click();
	await expect(vision.getByText('steer and paint')).toBeVisible();
	await page.goto('/plans');
	await writeOn(services, who.host, long.sections[2]?.id ?? '', sectionOf(said('A harbour that young people steer, paint and keep.')));
	await page.goto(long.href);
	await expect(page.getByText(m.plans_changed_since({ count: 1 }, en))).toBeVisible();
	await expect(page.locator('nav.outline li').nth(2).locator('.new')).toHaveCount(1);
	// A row is new as words are, and counts as read where it comes while one looks at its section.
	await page.locator('nav.outline').getByRole('link').nth(8).click();
	await expect.poll(async () => await read(8)).toEqual([{ rows_at: null }]);
	const storm = { section: long.sections[8]?.id, after: null, kind: 'risk', values: { title: 'A storm' } };
	await addRow(services, await actorOf(services, who.host), { commandId: randomUUID(), ...storm });
	await expect(page.locator('nav.outline li').nth(8).locator('.new')).toHaveCount(1);
	await expect.poll(async () => (await read(8))[0]?.rows_at ?? null).not.toBeNull();
	await close();
});

test('a draft is nowhere to be found by an officer of another city', async ({ as, secret, server }) => {
	const { page } = await as(who.officer, en);
	const wrong = await page.request.get(`${server.url}/plans/coimbra/nothing-here`);
	for (const path of ['', '/print', '/talk', '/draft', '/manage', `/sections/${secret.sections[0]?.shortId}?n=2`]) {
		const answer = await page.request.get(`${server.url}${secret.href}${path}`);
		expect([path, answer.status()]).toEqual([path, wrong.status()]);
	}
	for (const path of ['/plans', '/network/coimbra', '/', '/search?q=lighthouse']) {
		await page.goto(path);
		await expect(page.locator('main')).not.toContainText('Lighthouse keepers');
	}
	const { page: theirs } = await as(who.host, en);
	await theirs.goto('/plans');
	await expect(theirs.getByRole('link', { name: 'Lighthouse keepers of tomorrow' })).toBeVisible();
});
