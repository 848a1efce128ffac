import type { Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { anchorOfSection, type SectionHead } from '#lib/model/plans/section.ts';
import { clipboards } from '../components/text/clipboards.ts';
import { who } from '../support/actors.ts';
import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { groundOf } from '../support/ground.ts';
import { expect, test as base } from '../support/stage.ts';
import { said, sectionOf, writeOn, writePlan, type PlanToWrite, type WrittenPlan } from '../support/written-plans.ts';

const en = { locale: 'en' } as const;
const lv = { locale: 'lv' } as const;
const vija = who.coordinator;

const test = base.extend<{ begun: (plan: Omit<PlanToWrite, 'by'>, later?: string) => Promise<WrittenPlan> }>({
	begun: async ({ server }, use) => {
		await use(async (plan, later) => {
			const { services, close } = await groundOf(server);
			const written = await writePlan(services, { ...plan, by: vija });
			// Another officer writes on, so that it is another writing than the first.
			if (later) await writeOn(services, who.officer, written.sections[0]?.id ?? '', sectionOf(said(later)));
			await close();
			return written;
		});
	}
});

function headOf(plan: WrittenPlan, is: (head: SectionHead) => boolean): SectionHead {
	const head = plan.sections.find(is);
	if (!head) throw new Error('The plan has no such section');
	return head;
}

test('older words of a section stand again, and a version is compared with what stands', async ({ as, begun }) => {
	const title = 'Sundials of the park';
	const sections = [sectionOf(said('Sundials of brass.'))];
	const plan = await begun({ title, sections, endsOn: '2099-05-02' }, 'Sundials of slate.');
	const { page } = await as(vija, en);
	await page.goto(`${plan.href}/versions`);
	await page.getByRole('link', { name: m.plans_compare_with_now({}, en) }).click();
	await expect(page).toHaveURL(/\/compare/);
	const words = page.locator('main');
	await expect(words.locator('del').filter({ hasText: 'brass' })).toHaveCount(1);
	await expect(words.locator('ins').filter({ hasText: 'slate' })).toHaveCount(1);
	await expectAccessible(page);

	const head = headOf(plan, ({ n }) => n > 1);
	await page.goto(`${plan.href}/history/${anchorOfSection(head)}`);
	await page
		.getByRole('button', { name: new RegExp(`^${m.history_restore({}, en)}`) })
		.first()
		.click();
	await expect(page.getByText(m.plans_history_taken_back({}, en))).toBeVisible();
	await expectAccessible(page);
	await page.goto(plan.href);
	await expect(page.locator(`#${anchorOfSection(head)}`)).toContainText('Sundials of brass.');
});

/** Ten pages as Word puts them on the clipboard. */
function tenPages(): string {
	const [first] = clipboards.filter(({ from }) => from.startsWith('Word'));
	if (!first) throw new Error('No clipboard comes from Word');
	const words = 'Youth workers and makers meet in the old fire station every week. ';
	const body = Array.from(
		{ length: 10 },
		(_, page) => `<h1><span lang=EN-GB>Fire station ${page + 1}<o:p></o:p></span></h1>
<h2><span lang=EN-GB>Rooms of floor ${page + 1}<o:p></o:p></span></h2>
${`<p class=MsoNormal><span lang=EN-GB>${words.repeat(8)}<o:p></o:p></span></p>\n`.repeat(6)}`
	);
	const { html } = first;
	const [from, to] = ['<!--StartFragment-->', '<!--EndFragment-->'];
	return `${html.slice(0, html.indexOf(from) + from.length)}<p class=MsoNormal>Before any fire station.</p>${body.join('')}${html.slice(html.indexOf(to))}`;
}

test('ten pages of Word become sections of the plan after a look at them', async ({ as, begun }) => {
	const plan = await begun({ title: 'Fire stations', sections: [sectionOf(said('It was a fire station.'))] });
	const { page } = await as(vija, en);
	await page.goto(plan.href);
	const part = page.locator(`#${anchorOfSection(headOf(plan, ({ n }) => n > 1))}`);
	await part.getByRole('link', { name: m.plans_write_here({}, en) }).click();
	const text = part.locator('[contenteditable="true"]');
	await expect(text).toBeFocused();
	await page.evaluate((html) => {
		addEventListener(
			'copy',
			(event) => {
				event.preventDefault();
				event.clipboardData?.setData('text/html', html);
				event.clipboardData?.setData('text/plain', 'Fire station');
			},
			{ once: true }
		);
		document.execCommand('copy');
	}, tenPages());
	await page.keyboard.press('Control+V');
	const dialog = page.getByRole('dialog', { name: m.section_paste_title({}, en) });
	await expect(dialog.getByRole('listitem')).toHaveText([
		m.section_paste_before({}, en),
		...Array.from({ length: 10 }, (_, n) => `Fire station ${n + 1}`)
	]);
	await expectAccessible(page);
	await dialog.getByRole('button', { name: m.section_paste_sections({ count: 10 }, en) }).click();
	await expect(dialog).toHaveCount(0);
	const outline = page.locator('nav.outline').getByRole('link');
	await expect(outline).toHaveCount(plan.sections.length + 10, { timeout: 20_000 });
	await expect(outline.nth(1)).toContainText('Fire station 1');
	await expect(outline.nth(10)).toContainText('Fire station 10');
	// What stands before the first heading belongs where it was pasted.
	await expect(text).toContainText('Before any fire station.');
	await page.reload();
	await page.locator('nav.outline').getByRole('link', { name: 'Fire station 10' }).click();
	await expect(page.getByRole('heading', { name: 'Rooms of floor 10' })).toBeVisible();
});

/** The short id of the row of this name, as its address says it. */
async function rowHref(page: Page, name: string): Promise<string> {
	const href = await page.getByRole('row').filter({ hasText: name }).locator('[data-cell="title"] a').getAttribute('href');
	return href?.split('#')[0] ?? '';
}

test('on a phone an action is added, costed in Latvian, taken out and brought back', async ({ as, begun }) => {
	const plan = await begun({ title: 'Soliņi', lang: 'lv' });
	const head = headOf(plan, ({ rows }) => rows === 'action');
	const { page } = await as(vija, { ...lv, width: 390 });
	await page.goto(`${plan.href}#${anchorOfSection(head)}`);
	const part = page.locator(`#${anchorOfSection(head)}`);
	const name = 'Soliņu darbnīca';
	await part.getByRole('textbox', { name: m.plans_rows_add_action({}, lv) }).fill(name);
	await page.keyboard.press('Enter');
	const row = part.getByRole('row').filter({ hasText: name });
	await expect(row).toBeVisible();
	await row.locator('[data-cell="cost"] a').click();
	const from = row.getByRole('textbox', { name: m.plans_rows_cost_from({}, lv) });
	await expect(from).toBeFocused();
	await from.fill('12 000,50');
	await expectNoSideways(page);
	await expectAccessible(page);
	await page.keyboard.press('Enter');
	await expect(row.locator('[data-cell="cost"]')).toContainText(/12\s000,50\s€/);
	const href = await rowHref(page, name);
	await expect(async () => {
		await page.reload();
		await expect(row.locator('[data-cell="cost"]')).toContainText(/12\s000,50\s€/, { timeout: 2000 });
	}).toPass();

	await row.locator('summary').click();
	await row.getByRole('button', { name: m.plans_rows_retire({}, lv) }).click();
	await expect(row).toHaveCount(0);
	await part.getByRole('button', { name: m.plans_rows_return({}, lv) }).click();
	await expect(row).toBeVisible();
	await expectAccessible(page);

	const { page: plain } = await as(who.officer, { ...lv, javaScript: false });
	await plain.goto(href);
	await plain.getByRole('textbox', { name: m.plans_rows_cost_to({}, lv) }).fill('15 000');
	await plain
		.getByRole('button', { name: m.plans_rows_save({}, lv) })
		.first()
		.click();
	await expect(plain.getByText(m.plans_rows_saved({}, lv))).toBeVisible();
	await expect(row.locator('[data-cell="cost"]')).toContainText(/15\s000/);
});

test('of two who write one cell at once, the one whose words do not stand is asked there and then', async ({ as, begun }) => {
	const plan = await begun({ title: 'Bridges' });
	const head = headOf(plan, ({ rows }) => rows === 'action');
	const rowOn = (page: Page) =>
		page
			.locator(`#${anchorOfSection(head)}`)
			.getByRole('row')
			.filter({ hasText: 'Bridge of rope' });
	const { page: hers } = await as(vija, en);
	const { page: theirs } = await as(who.officer, en);
	await hers.goto(`${plan.href}#${anchorOfSection(head)}`);
	await hers.getByRole('textbox', { name: m.plans_rows_add_action({}, en) }).fill('Bridge of rope');
	await hers.keyboard.press('Enter');
	await theirs.goto(`${plan.href}#${anchorOfSection(head)}`);
	const lead = async (page: Page, words: string) => {
		await rowOn(page).locator('[data-cell="lead"] a').click();
		await expect(rowOn(page).locator('[data-cell="lead"] input:not([type="hidden"])')).toBeFocused();
		await page.keyboard.type(words);
	};
	await lead(hers, 'Opera');
	await lead(theirs, 'Museum');
	await Promise.all([hers, theirs].map((page) => page.keyboard.press('Enter')));
	const clashOn = (page: Page) => page.locator(`#${anchorOfSection(head)}`).getByRole('group', { name: m.clash_which({}, en) });
	await expect.poll(async () => (await Promise.all([hers, theirs].map((page) => clashOn(page).count()))).join()).toMatch(/^(?:1,0|0,1)$/);
	const [loser, winner, own] = (await clashOn(theirs).count()) > 0 ? [theirs, hers, 'Museum'] : [hers, theirs, 'Opera'];
	await expect(clashOn(loser)).toContainText('Opera');
	await expect(clashOn(loser)).toContainText('Museum');
	await expectAccessible(loser);
	await clashOn(loser)
		.getByRole('button', { name: m.clash_keep_mine({}, en) })
		.click();
	await expect(clashOn(loser)).toHaveCount(0);
	await expect(rowOn(loser).locator('[data-cell="lead"] a')).toBeFocused();
	for (const page of [loser, winner]) await expect(rowOn(page).locator('[data-cell="lead"]')).toContainText(own);
});

test('a value that is not taken can be left: the cell closes, and the focus goes back to it', async ({ as, begun }) => {
	const plan = await begun({ title: 'Ferries' });
	const head = headOf(plan, ({ rows }) => rows === 'budget');
	const { page } = await as(vija, en);
	await page.goto(`${plan.href}#${anchorOfSection(head)}`);
	const part = page.locator(`#${anchorOfSection(head)}`);
	await part.getByRole('textbox', { name: m.plans_rows_add_budget({}, en) }).fill('A ferry');
	await page.keyboard.press('Enter');
	const share = part.getByRole('row').filter({ hasText: 'A ferry' }).locator('[data-cell="share"]');
	const field = share.locator('input:not([type="hidden"])');
	for (const leave of [
		() => page.keyboard.press('Escape'),
		() => share.getByRole('button', { name: m.plans_rows_leave({}, en) }).click()
	]) {
		await share.locator('a').click();
		await field.fill('1000000');
		await page.keyboard.press('Enter');
		await expect(field).toHaveAttribute('aria-invalid', 'true');
		await leave();
		await expect(field).toHaveCount(0);
		await expect(share.locator('a')).toBeFocused();
	}
});
