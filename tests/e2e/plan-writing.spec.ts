import type { Locator, Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { anchorOfSection } from '#lib/model/plans/section.ts';
import { who } from '../support/actors.ts';
import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { caretToStart } from '../support/caret-to-start.ts';
import { groundOf } from '../support/ground.ts';
import { expect, test as base } from '../support/stage.ts';
import { said, sectionOf, wordsOf, writePlan, type PlanToWrite, type WrittenPlan } from '../support/written-plans.ts';

const en = { locale: 'en' } as const;
const [vija, ilze] = [who.coordinator, who.officer];

const test = base.extend<{ begun: (plan: Omit<PlanToWrite, 'by'>) => Promise<WrittenPlan> }>({
	begun: async ({ server }, use) => {
		await use(async (plan) => {
			const { services, close } = await groundOf(server);
			const written = await writePlan(services, { ...plan, by: vija });
			await close();
			return written;
		});
	}
});

/** A section of a plan, as it stands on this page. */
function partOf(page: Page, { sections }: WrittenPlan, at = 0): Locator {
	const head = sections[at];
	if (!head) throw new Error(`The plan has no section ${at}`);
	return page.locator(`#${anchorOfSection(head)}`);
}
const textIn = (part: Locator): Locator => part.locator('[contenteditable="true"]');
const stateOf = (part: Locator): Locator => part.locator('.acts').getByRole('status');

/** Opens a section to write in. */
async function openTo(page: Page, plan: WrittenPlan, at = 0): Promise<Locator> {
	await page.goto(plan.href);
	const part = partOf(page, plan, at);
	await part.getByRole('link', { name: m.plans_write_here({}, en) }).click();
	await expect(textIn(part)).toBeFocused();
	return part;
}

/** Writes on at the end of the paragraph that says this. */
async function writeBehind(part: Locator, words: string, more: string): Promise<void> {
	const text = textIn(part);
	await text.getByText(words).click();
	await part.page().keyboard.press('End');
	await part.page().keyboard.type(more);
}

/** All that was written on this page until now is kept in the browser. */
async function untilKept(page: Page): Promise<void> {
	const since = await page.evaluate(() => Date.now());
	const newest = () =>
		page.evaluate(() => Math.max(...Object.values(localStorage).map((value) => Number(/"at":(\d+)/.exec(String(value))?.[1] ?? 0))));
	await expect.poll(newest).toBeGreaterThan(since);
}

test('two officers write in one section at once, and a reader is shown what they wrote', async ({ as, begun }) => {
	const plan = await begun({ title: 'Lanterns', sections: [sectionOf(said('Lanterns hang here.'), said('Ropes hold them.'))] });
	const { page: third } = await as(who.lead, en);
	await third.goto(plan.href);
	const read = partOf(third, plan);
	await expect(read.getByText('Lanterns hang here.')).toBeVisible();

	const [hers, theirs] = [await openTo((await as(vija, en)).page, plan), await openTo((await as(ilze, en)).page, plan)];
	await Promise.all([writeBehind(hers, 'Lanterns hang here.', ' Blue ones.'), writeBehind(theirs, 'Ropes hold them.', ' Wet ones.')]);
	for (const part of [hers, theirs]) {
		await expect(textIn(part)).toContainText('Lanterns hang here. Blue ones.');
		await expect(textIn(part)).toContainText('Ropes hold them. Wet ones.', { timeout: 15_000 });
	}
	await expect(hers.getByText(/^Ilze .* is writing here$/)).toBeVisible();
	await expect(theirs.getByText(/^Vija .* is writing here$/)).toBeVisible();
	await expectAccessible(hers.page());
	await expect(stateOf(hers)).toContainText('Saved');
	await expect(stateOf(theirs)).toContainText('Saved');

	await expect(read).not.toContainText('Blue ones');
	await read.getByRole('button', { name: m.shell_show_newer({}, en) }).click();
	await expect(read).toContainText('Lanterns hang here. Blue ones.');
	await expect(read).toContainText('Ropes hold them. Wet ones.');
	await theirs.getByRole('button', { name: m.plans_write_done({}, en) }).click();
	await expect(textIn(theirs)).toHaveCount(0);
	await expect(theirs).toContainText('Lanterns hang here. Blue ones.');
});

test('what is written without a line comes to the server with the line, and from a page that was closed', async ({ as, begun }) => {
	const plan = await begun({ title: 'Kites', sections: [sectionOf(said('Kites rise here.'), said('Strings hold them.'))] });
	const { page, context, watch } = await as(vija, en);
	watch.expectsToHear(/ERR_INTERNET_DISCONNECTED/);
	const hers = await openTo(page, plan);
	const theirs = await openTo((await as(ilze, en)).page, plan);
	await context.setOffline(true);
	await writeBehind(hers, 'Kites rise here.', ' Red ones.');
	await writeBehind(theirs, 'Strings hold them.', ' Long ones.');
	await expect(stateOf(hers)).toHaveText(m.practices_form_state_offline({}, en));
	await expect(stateOf(theirs)).toContainText('Saved');
	await expect(textIn(hers)).not.toContainText('Long ones');
	await context.setOffline(false);
	for (const part of [hers, theirs]) {
		await expect(textIn(part)).toContainText('Kites rise here. Red ones.', { timeout: 15_000 });
		await expect(textIn(part)).toContainText('Strings hold them. Long ones.', { timeout: 15_000 });
	}
	await expect(stateOf(hers)).toContainText('Saved');

	await context.setOffline(true);
	await writeBehind(hers, 'Red ones.', ' And white.');
	await expect(stateOf(hers)).toHaveText(m.practices_form_state_offline({}, en));
	await untilKept(page);
	await page.close();
	await context.setOffline(false);
	const again = await context.newPage();
	await again.goto(plan.href);
	await expect(textIn(partOf(again, plan))).toContainText('Red ones. And white.');
	await expect(textIn(theirs)).toContainText('Red ones. And white.', { timeout: 15_000 });
});

for (const [keep, stands] of [
	['mine', 'Boats of oak sail.'],
	['theirs', 'Boats of birch sail.']
] as const) {
	test(`the same word written by two asks whose stands, and keeps ${keep}`, async ({ as, begun }) => {
		const plan = await begun({ title: `Boats ${keep}`, sections: [sectionOf(said('Boats of pine sail.'))] });
		const { page, context, watch } = await as(vija, en);
		watch.expectsToHear(/ERR_INTERNET_DISCONNECTED/);
		const hers = await openTo(page, plan);
		const theirs = await openTo((await as(ilze, en)).page, plan);
		const pine = async (part: Locator, wood: string): Promise<void> => {
			await textIn(part).getByText('Boats of pine sail.').click();
			const { keyboard } = part.page();
			await keyboard.press('Home');
			for (let n = 0; n < 'Boats of '.length; n += 1) await keyboard.press('ArrowRight');
			for (let n = 0; n < 'pine'.length; n += 1) await keyboard.press('Shift+ArrowRight');
			await keyboard.type(wood);
		};
		await context.setOffline(true);
		await pine(hers, 'oak');
		await pine(theirs, 'birch');
		await expect(stateOf(theirs)).toContainText('Saved');
		await context.setOffline(false);
		const clash = hers.getByRole('group', { name: m.clash_which({}, en) });
		await expect(clash).toBeVisible({ timeout: 15_000 });
		for (const wood of ['oak', 'birch']) {
			await expect(clash).toContainText(`Boats of ${m.clash_only_here({}, en)} ${wood} sail.`);
			await expect(clash.locator('mark').filter({ hasText: wood })).toHaveCount(1);
		}
		await expectAccessible(page);
		const name = keep === 'mine' ? m.clash_keep_mine({}, en) : m.clash_keep_theirs({}, en);
		await clash.getByRole('button', { name }).click();
		await expect(clash).toHaveCount(0);
		await expect(textIn(hers)).toBeFocused();
		const chosen = keep === 'mine' ? m.clash_mine_stands : m.clash_theirs_stands;
		await expect(page.getByText(chosen({ name: plan.sections[0]?.title ?? '' }, en))).toBeAttached();
		for (const part of [hers, theirs]) await expect(textIn(part)).toHaveText(stands);
	});
}

test('a paragraph becomes a heading while another types in it', async ({ as, begun }) => {
	const plan = await begun({ title: 'Drums', sections: [sectionOf(said('Drums of the quay'), said('They sound far.'))] });
	const hers = await openTo((await as(vija, en)).page, plan);
	const theirs = await openTo((await as(ilze, en)).page, plan);
	await Promise.all([
		(async () => {
			await textIn(hers).getByText('Drums of the quay').click();
			await hers.page().keyboard.press('Control+Alt+1');
		})(),
		writeBehind(theirs, 'Drums of the quay', ' at noon')
	]);
	for (const part of [hers, theirs]) {
		const heading = textIn(part).getByRole('heading');
		await expect(heading).toHaveText('Drums of the quay at noon', { timeout: 15_000 });
	}
});

test('on a phone the caret is in sight, below the tools and above the menu', async ({ as, begun }) => {
	const plan = await begun({ title: 'Piers', sections: [sectionOf(said('Piers begin here.'), ...wordsOf(4), said('Piers end here.'))] });
	const { page } = await as(vija, { ...en, width: 390 });
	const part = await openTo(page, plan);
	const tools = part.getByRole('toolbar', { name: m.section_tools({}, en) });
	const foot = page.getByRole('banner').getByRole('link', { name: m.plans_title({}, en) });
	const isSeen = (words: string): Promise<void> =>
		expect(async () => {
			const boxes = [tools, textIn(part).getByText(words), foot].map((one) => one.boundingBox());
			const [bar, line, menu] = await Promise.all(boxes);
			if (!bar || !line || !menu) throw new Error('Something is not on the page');
			expect(line.y).toBeGreaterThanOrEqual(bar.y + bar.height);
			expect(line.y + line.height).toBeLessThanOrEqual(menu.y);
		}).toPass({ timeout: 5000 });
	await isSeen('Piers begin here.');
	await page.keyboard.press('Control+End');
	await page.keyboard.type(' Far out.');
	await isSeen('Far out.');
	await caretToStart(page);
	await page.keyboard.type('Our ');
	await isSeen('Our Piers begin here.');
	await expectNoSideways(page);
	await expectAccessible(page);
});

test('two write in one section by keyboard alone', async ({ as, begun }) => {
	const plan = await begun({ title: 'Nets', sections: [sectionOf(said('Nets dry here.'), said('Hooks hold them.'))] });
	const byKeys = async (email: string, moves: readonly string[], words: string): Promise<Locator> => {
		const { page } = await as(email, en);
		await page.goto(plan.href);
		const part = partOf(page, plan);
		const write = part.getByRole('link', { name: m.plans_write_here({}, en) });
		await expect(write).toBeVisible();
		for (let n = 0; n < 60 && !(await write.evaluate((one) => one === document.activeElement)); n += 1)
			await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await expect(textIn(part)).toBeFocused();
		for (const key of moves) await page.keyboard.press(key);
		await page.keyboard.type(words);
		return part;
	};
	const hers = await byKeys(vija, ['Control+Home', 'End'], ' Green ones.');
	const theirs = await byKeys(ilze, ['Control+End'], ' Rusty ones.');
	for (const part of [hers, theirs]) {
		await expect(textIn(part)).toContainText('Nets dry here. Green ones.', { timeout: 15_000 });
		await expect(textIn(part)).toContainText('Hooks hold them. Rusty ones.', { timeout: 15_000 });
	}
	const { keyboard } = theirs.page();
	const done = theirs.getByRole('button', { name: m.plans_write_done({}, en) });
	for (let n = 0; n < 10 && !(await done.evaluate((one) => one === document.activeElement)); n += 1) await keyboard.press('Tab');
	await keyboard.press('Enter');
	await expect(textIn(theirs)).toHaveCount(0);
	await expect(theirs.getByRole('heading').first()).toBeFocused();
	await expectNoSideways(theirs.page());
});
