import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { anchorOfSection } from '#lib/model/plans/section.ts';
import { addRow } from '#lib/server/plans/rows/place.ts';
import { actorOf, who } from '../support/actors.ts';
import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { groundOf } from '../support/ground.ts';
import { expect, test as base } from '../support/stage.ts';
import { said, sectionOf, writeOn, writePlan, type WrittenPlan } from '../support/written-plans.ts';

const en = { locale: 'en' } as const;
const lv = { locale: 'lv' } as const;
const vija = who.coordinator;

interface Kept extends WrittenPlan {
	/** Anchors of the section that was written in twice, and of the section of actions; the short id of the action in it. */
	twice: string;
	actions: string;
	row: string;
}

const test = base.extend<object, { kept: Kept }>({
	kept: [
		async ({ server }, use) => {
			const { services, close } = await groundOf(server);
			const sections = [sectionOf(said('Wells of the old town.')), sectionOf(said('Nothing changes here.'))];
			const plan = await writePlan(services, { by: vija, title: 'Wells', sections, endsOn: '2099-05-02' });
			const twice = plan.sections[0];
			const actions = plan.sections.find(({ rows }) => rows === 'action');
			if (!twice || !actions) throw new Error('The plan has no such section');
			const actor = await actorOf(services, vija);
			const values = { title: 'Clean the wells', lead: 'Waterworks' };
			const added = { commandId: randomUUID(), section: actions.id, after: null, kind: 'action', values };
			const { id } = await addRow(services, actor, added);
			const [short] = await services.sql<{ at: string }[]>`select short_id as at from plan_rows where id = ${id}`;
			await writeOn(services, who.officer, twice.id, sectionOf(said('Wells of the new town.')));
			await close();
			await use({ ...plan, twice: anchorOfSection(twice), actions: anchorOfSection(actions), row: short?.at ?? '' });
		},
		{ scope: 'worker', timeout: 60_000 }
	]
});

async function freeze(page: Page, { href }: Kept, name: string): Promise<void> {
	await page.goto(`${href}/manage`);
	const form = page.locator('form[action="?/freeze"]');
	await form.getByLabel(m.plans_manage_name({}, en)).fill(name);
	await form.getByRole('button').click();
	await expect(page.getByText(m.plans_manage_done({}, en), { exact: true })).toBeVisible();
}

test('a version is frozen, read at its address as it was, and compared section by section and row by row', async ({ as, kept }) => {
	const { page } = await as(vija, en);
	await freeze(page, kept, 'For the mayor');
	await page.goto(`${kept.href}/versions`);
	const newest = page.locator('main .wrap > ol > li').first();
	await expect(newest).toContainText('For the mayor');
	await newest.getByRole('heading').getByRole('link').click();
	await expect(page).toHaveURL(/\?v=2$/);
	const version = page.locator('main');
	await expect(version).toContainText('Wells of the new town.');
	await expect(version).toContainText('Waterworks');

	await page.goto(`${kept.href}/rows/${kept.row}`);
	const lead = page.getByRole('textbox', { name: m.plans_rows_cell_lead({}, en) });
	await lead.fill('Water guild');
	await page
		.getByRole('button', { name: m.plans_rows_save({}, en) })
		.first()
		.click();
	await expect(page.getByText(m.plans_rows_saved({}, en))).toBeVisible();
	// What was frozen stays as it was.
	await page.goto(`${kept.href}/versions/2`);
	await expect(version).toContainText('Waterworks');
	await expect(version).not.toContainText('Water guild');

	await page.getByRole('link', { name: new RegExp(`^${m.plans_compare_with_now({}, en)}`) }).click();
	await expect(page).toHaveURL(/\/compare\?from=2&to=now$/);
	const actions = page.locator(`#${kept.actions}`);
	await expect(actions.getByRole('article', { name: /Clean the wells/ }).locator('del')).toContainText('Waterworks');
	await expect(actions.getByRole('article', { name: /Clean the wells/ }).locator('ins')).toContainText('Water guild');
	await expect(page.locator(`#${kept.twice}`)).toHaveClass(/same/);
	await page.getByLabel(m.plans_compare_from({}, en)).selectOption('1');
	await page.getByRole('button', { name: m.plans_compare({}, en), exact: true }).click();
	const twice = page.locator(`#${kept.twice}`);
	await expect(twice.locator('del')).toContainText('old');
	await expect(twice.locator('ins')).toContainText('new');
	await expect(actions.getByRole('article', { name: /Clean the wells/ })).toContainText(m.plans_compared_added({}, en));
});

test('what stood in a row stands again, and the history of the plan says who wrote', async ({ as, kept }) => {
	const { page } = await as(vija, en);
	await page.goto(`${kept.href}/rows/${kept.row}`);
	await page.getByRole('textbox', { name: m.plans_rows_cell_partners({}, en) }).fill('Two schools');
	await page
		.getByRole('button', { name: m.plans_rows_save({}, en) })
		.first()
		.click();
	await expect(page.getByText(m.plans_rows_saved({}, en))).toBeVisible();
	await page.goto(`${kept.href}/rows/${kept.row}?from=1&to=2#changes`);
	const changes = page.getByRole('region', { name: m.history_what_changed({}, en) });
	await expect(changes.locator('ins').first()).toBeVisible();
	await expectAccessible(page);
	await changes.getByRole('button', { name: m.history_restore_before({}, en) }).click();
	await expect(page.getByText(m.plans_rows_came_back({}, en))).toBeVisible();
	await expect(page.getByRole('textbox', { name: m.plans_rows_cell_partners({}, en) })).toHaveValue('');

	await page.goto(`${kept.href}/history`);
	const lines = page.locator('main .wrap > ol > li');
	await expect(lines.first()).toContainText('Clean the wells');
	await expect(lines.first()).toContainText(m.plans_history_took_back({}, en));
	await expect(lines.filter({ hasText: 'Ilze' })).toHaveCount(1);
	const { page: theirs } = await as(who.officer, en);
	await theirs.goto(`${kept.href}/manage`);
	const question = theirs.getByLabel(m.plans_manage_name({}, en));
	await question.fill('Half a name');
	await freeze(page, kept, 'Once more');
	await expect(theirs.locator('.newer')).toContainText(m.plans_newer({}, en));
	await expect(question).toHaveValue('Half a name');
	await theirs.getByRole('button', { name: m.shell_show_newer({}, en) }).click();
	await expect(theirs.locator('.newer p')).toHaveCount(0);
});

for (const [theme, locale, width] of [
	['light', en, 1280],
	['dark', lv, 390]
] as const) {
	test(`every page of a plan is accessible, ${theme}, ${width} pixels wide`, async ({ as, kept }) => {
		const { page } = await as(vija, { ...locale, theme, width });
		const pages = [
			'',
			'/versions',
			'/versions/1',
			'/compare?from=1&to=now',
			'/history',
			`/history/${kept.twice}?from=2&to=3`,
			`/rows/${kept.row}`,
			`/rows/new?section=${kept.actions.slice(2)}`,
			`/write/${kept.twice.slice(2)}`,
			'/manage',
			'/print',
			'/talk'
		];
		for (const path of pages) {
			await page.goto(`${kept.href}${path}`);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expectNoSideways(page);
			await expectAccessible(page);
		}
	});
}

test('on a phone what was written in turns is one line a person, beside its circles', async ({ as, server, kept }) => {
	const { services, close } = await groundOf(server);
	const id = kept.sections[1]?.id ?? '';
	const block = said('Nothing changes here.');
	for (const [turn, by] of [vija, who.officer, vija, who.officer].entries())
		await writeOn(
			services,
			by,
			id,
			sectionOf({ ...block, content: [{ type: 'text', text: `Turn ${turn} at the wells.` }] } as typeof block)
		);
	await close();
	const { page } = await as(vija, { ...lv, width: 390 });
	await page.goto(`${kept.href}#${kept.sections[1] ? anchorOfSection(kept.sections[1]) : ''}`);
	await page
		.locator(`section[data-section="${id}"]`)
		.getByRole('link', { name: m.plans_history({}, lv) })
		.click();
	const lines = page.locator('section[aria-labelledby="history"] > ol > li');
	await expect(lines).toHaveCount(2);
	const parts = lines.first().getByRole('group');
	await parts.locator('summary').click();
	await expectNoSideways(page);
	await expectAccessible(page);
	await parts.getByRole('link').first().click();
	const changes = page.getByRole('region', { name: m.history_what_changed({}, lv) });
	await expect(changes.locator('ins')).toHaveText(/3$/);
	await expect(changes.locator('del')).toHaveText(/2$/);

	// Older words that came back are a line of their own, and of three lines any two can be chosen.
	await changes.getByRole('button', { name: m.history_restore_before({}, lv) }).click();
	await expect(lines).toHaveCount(3);
	await expect(lines.first()).toContainText(m.plans_history_took_back({}, lv));
	for (const line of await lines.all()) {
		const right = await line.locator('.two').evaluate((one) => one.getBoundingClientRect().right);
		const beside = line.locator('b, .meta, a, button, summary');
		const lefts = await beside.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 0));
		expect(Math.min(...lefts.map(({ left }) => left))).toBeGreaterThanOrEqual(right);
	}
	await expectNoSideways(page);
});

test('names of cities stay whole at the strokes of their plans, in Latvian', async ({ as }) => {
	const { page } = await as(vija, { ...lv, width: 1280 });
	await page.goto('/plans');
	const names = page.locator('ol.bar .name');
	await expect(names).toHaveCount(12);
	const lines = await names.evaluateAll((all) =>
		all.map((one) => {
			const range = document.createRange();
			range.selectNodeContents(one.firstChild ?? one);
			return new Set([...range.getClientRects()].map(({ top }) => top)).size;
		})
	);
	expect(lines).toEqual(lines.map(() => 1));
	await expectNoSideways(page);
});
