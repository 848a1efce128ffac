import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { m } from '#lib/i18n/m';
import { anchorOfSection } from '#lib/model/plans/section.ts';
import { freezeVersion } from '#lib/server/plans/states.ts';
import { actorOf, who } from '../support/actors.ts';
import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { pdf, photo } from '../support/attaching.ts';
import { groundOf } from '../support/ground.ts';
import { madePhoto } from '../support/made-files.ts';
import { expect, test as base } from '../support/stage.ts';
import { said, sectionOf, writePlan, type PlanToWrite, type WrittenPlan } from '../support/written-plans.ts';

const en = { locale: 'en' } as const;
const [vija, reader] = [who.coordinator, who.lead];
const stairs = 'Stairs of stone, with people on them';

interface Begun {
	begun: (plan: Omit<PlanToWrite, 'by'>) => Promise<WrittenPlan>;
	/** Freezes what stands. */
	frozen: (plan: WrittenPlan) => Promise<number>;
}
const test = base.extend<Begun>({
	begun: async ({ server }, use) => {
		await use(async (plan) => {
			const { services, close } = await groundOf(server);
			const written = await writePlan(services, { ...plan, by: vija });
			await close();
			return written;
		});
	},
	frozen: async ({ server }, use) => {
		await use(async ({ plan: { id } }) => {
			const { services, close } = await groundOf(server);
			const by = await actorOf(services, vija);
			const { version } = await freezeVersion(services, by, { commandId: crypto.randomUUID(), id, name: 'With pictures' });
			await close();
			return version;
		});
	}
});

const partOf = (page: Page, { sections: [head] }: WrittenPlan): Locator => page.locator(head ? `#${anchorOfSection(head)}` : 'none');
const textIn = (part: Locator): Locator => part.locator('[contenteditable="true"]');

async function openTo(page: Page, plan: WrittenPlan): Promise<Locator> {
	await page.goto(plan.href);
	const part = partOf(page, plan);
	await part.getByRole('link', { name: m.plans_write_here({}, en) }).click();
	await expect(textIn(part)).toBeFocused();
	return part;
}

/** Done, once all is saved. */
async function close(part: Locator): Promise<void> {
	await expect(part.locator('.acts').getByRole('status')).toContainText('Saved', { timeout: 15_000 });
	await part.getByRole('button', { name: m.plans_write_done({}, en) }).click();
	await expect(textIn(part)).toHaveCount(0);
}

/** What Ctrl+V puts in: a picture as a page holds it. */
async function pastePicture(page: Page): Promise<void> {
	const bytes = (await madePhoto({})).toString('base64');
	await page.evaluate((html) => {
		const copied = (event: ClipboardEvent): void => {
			event.preventDefault();
			event.clipboardData?.setData('text/html', html);
		};
		addEventListener('copy', copied, { once: true });
		document.execCommand('copy');
	}, `<p><img src="data:image/jpeg;base64,${bytes}"></p>`);
	await page.keyboard.press('Control+V');
}

/** Both pictures are there with what is said of them. */
async function expectPictures(within: Locator): Promise<void> {
	const pictures = within.locator('figure img');
	await expect(pictures).toHaveCount(2);
	expect((await pictures.evaluateAll((all) => all.map((img) => img.getAttribute('alt')))).sort()).toEqual(['', stairs]);
	for (const picture of await pictures.all()) {
		await picture.scrollIntoViewIfNeeded();
		await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).toBeGreaterThan(10);
	}
	await expect(within.getByRole('img', { name: stairs })).toBeVisible();
}

test('pictures from the device and from the clipboard are seen by others, on paper and in a version', async ({ as, begun, frozen }) => {
	const plan = await begun({ title: 'Stairs', sections: [sectionOf(said('Stairs lead up.'))], endsOn: '2099-05-02' });
	const { page } = await as(vija, en);
	const part = await openTo(page, plan);
	await part.locator('input[type="file"][accept]').setInputFiles([await photo('stairs.jpg')]);
	await expect(textIn(part).locator('img')).toHaveCount(1, { timeout: 15_000 });
	const hints = part.getByRole('region', { name: m.section_hints({}, en) });
	const asked = part.getByRole('group', { name: m.section_picture({}, en) });
	if (!(await asked.isVisible())) await hints.getByRole('button', { name: m.section_hint_show({}, en) }).click();
	await asked.getByLabel(m.section_picture_shows({}, en)).fill(stairs);
	await asked.getByRole('button', { name: m.section_picture_done({}, en) }).click();
	await expect(hints).toHaveCount(0);

	await textIn(part).getByText('Stairs lead up.').click();
	await page.keyboard.press('Control+End');
	await pastePicture(page);
	await expect(textIn(part).locator('img')).toHaveCount(2, { timeout: 15_000 });
	if (!(await asked.isVisible())) await hints.getByRole('button', { name: m.section_hint_show({}, en) }).click();
	await asked.getByLabel(m.section_picture_decorates({}, en)).check();
	await expectAccessible(page);
	await expect(hints).toHaveCount(0);
	await asked.getByRole('button', { name: m.section_picture_done({}, en) }).click();
	await close(part);
	await page.reload();
	await expectPictures(partOf(page, plan));

	const version = await frozen(plan);
	const { page: other } = await as(reader, en);
	for (const address of [plan.href, `${plan.href}/print`, `${plan.href}?v=${version}`]) {
		await other.goto(address);
		await expectPictures(partOf(other, plan));
		await expectAccessible(other);
	}
});

/** Lets files of the device fall on what is shown, as a hand does. */
async function dropOn(page: Page, place: Locator, files: string[]): Promise<void> {
	const box = await place.boundingBox();
	const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 12];
	const devtools = await page.context().newCDPSession(page);
	for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
		await devtools.send('Input.dispatchDragEvent', { type, x, y, data: { items: [], files, dragOperationsMask: 1 } });
	await devtools.detach();
}

test('a file that falls on a section is told of or comes in, and the page stays; cells in words are a table', async ({
	as,
	begun
}, info) => {
	const plan = await begun({ title: 'Fallen', sections: [sectionOf(said('Stairs.'))], endsOn: '2099-05-02' });
	const { page } = await as(vija, en);
	const part = await openTo(page, plan);
	const [study, picture] = [info.outputPath('study.pdf'), info.outputPath('stairs.jpg')];
	await writeFile(study, pdf('study.pdf').buffer);
	await writeFile(picture, (await photo('stairs.jpg')).buffer);
	const told = part.locator('.told');
	const line = m.section_paste_files({ tool: m.text_link({}, en) }, en);
	await dropOn(page, textIn(part), [study]);
	await expect(told).toHaveText(line);
	await expect(textIn(part)).toHaveText('Stairs.');
	await page.keyboard.press('Control+End');
	await page.keyboard.type(' Up');
	await expect(told).toHaveCount(0);
	await dropOn(page, part.getByRole('toolbar').first(), [study]);
	await expect(told).toHaveText(line);
	await dropOn(page, textIn(part), [picture, study]);
	await expect(textIn(part).locator('img')).toHaveCount(1, { timeout: 15_000 });
	await expect(told).toHaveText(m.section_paste_only_pictures({ tool: m.text_link({}, en) }, en));
	await expectAccessible(page);

	await textIn(part).getByText('Stairs. Up').click();
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await page.evaluate(() => {
		const copied = (event: ClipboardEvent): void => {
			event.preventDefault();
			event.clipboardData?.setData('text/plain', 'Year\tAim\r\n2026\t85 %\r\n');
		};
		addEventListener('copy', copied, { once: true });
		document.execCommand('copy');
	});
	await page.keyboard.press('Control+V');
	await expect(textIn(part).getByRole('cell')).toHaveText(['Year', 'Aim', '2026', '85 %']);
	await expect(page).toHaveURL(new RegExp(plan.href));
});

test('a practice, evidence and a new file are cited by keyboard, and lead there', async ({ as, begun }) => {
	const plan = await begun({ title: 'Sources', sections: [sectionOf(said('Sources: '))], endsOn: '2099-05-02' });
	const { page } = await as(vija, en);
	const part = await openTo(page, plan);
	const field = part.getByRole('combobox', { name: m.section_cite_label({}, en) });
	const tool = part.getByRole('button', { name: m.text_link({}, en), exact: true });
	const cite = async (typed: string, title: string): Promise<void> => {
		await page.keyboard.press('Control+End');
		await tool.click();
		await expect(field).toBeFocused();
		await page.keyboard.type(typed);
		await expect(part.getByRole('option', { name: new RegExp(`^${title}`) })).toBeVisible();
		await page.keyboard.press('ArrowDown');
		await expect(part.getByRole('option', { selected: true })).toContainText(title);
		if (title === 'Youth policy after the plan') await expectAccessible(page);
		await page.keyboard.press('Enter');
		await expect(textIn(part)).toBeFocused();
		await expect(textIn(part)).toContainText(title);
		await page.keyboard.type(' and ');
	};
	await cite('youth pol', 'Youth policy after the plan');
	await cite('youth budg', 'Youth budget of the city');
	await tool.click();
	await part
		.locator('label', { hasText: m.section_cite_send({}, en) })
		.locator('input')
		.setInputFiles([pdf('study.pdf')]);
	await expect(textIn(part)).toContainText('study.pdf', { timeout: 15_000 });
	await expect(field).toHaveCount(0);
	await close(part);

	const { page: other } = await as(reader, en);
	await other.goto(plan.href);
	const words = partOf(other, plan);
	const study = words.getByRole('link', { name: 'study.pdf' });
	await expect(study).toHaveAttribute('href', /^\/files\/[\w-]+\/study\.pdf$/);
	const practice = words.getByRole('link', { name: 'Youth policy after the plan' });
	await expect(practice).toHaveAttribute('href', /^\/practices\/[\w-]+$/);
	await words.getByRole('link', { name: 'Youth budget of the city' }).click();
	await expect(other).toHaveURL(/\/practices\/[\w-]+#f-evidence$/);

	// A file is attached once and cited again.
	const again = await openTo(page, plan);
	await page.keyboard.press('Control+End');
	await tool.click();
	await expect(field).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(again.getByRole('option')).toHaveText([/study\.pdf/]);
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await expect(textIn(again)).toBeFocused();
});

test('a cover is sent where it is chosen; without scripts it comes with the form', async ({ as, begun }) => {
	const plan = await begun({ title: 'Covers', endsOn: '2099-05-02' });
	const cover = { name: stairs };
	const { page } = await as(vija, en);
	await page.goto(`${plan.href}/manage`);
	const about = page.getByRole('region', { name: m.plans_manage_about({}, en) });
	await about.locator('input[type="file"]').setInputFiles([await photo('stairs.jpg')]);
	await expect(about.getByText(m.plans_manage_file_came({ name: 'stairs.jpg' }, en))).toBeVisible({ timeout: 15_000 });
	await expect(about.getByLabel(m.plans_manage_cover({}, en), { exact: true })).toHaveValue(/^[\da-f-]{36}$/);
	await about.getByRole('button', { name: m.plans_manage_describe({}, en) }).click();
	await expect(about.getByText(m.plans_manage_cover_alt_needed({}, en))).toBeVisible();
	await expectAccessible(page);
	await about.getByLabel(m.plans_manage_cover_alt({}, en)).fill(stairs);
	await about.getByRole('button', { name: m.plans_manage_describe({}, en) }).click();
	await expect(page.getByText(m.plans_manage_done({}, en), { exact: true })).toBeVisible();
	await page.goto(plan.href);
	await expect(page.getByRole('img', cover)).toBeVisible();

	const { page: plain } = await as(vija, { ...en, javaScript: false });
	await plain.goto(`${plan.href}/manage`);
	await plain.locator('input[name="file.sent"]').setInputFiles([pdf('decision.pdf')]);
	await plain.getByLabel(m.plans_manage_body({}, en)).fill('City council');
	await plain.getByLabel(m.plans_manage_adopted_on({}, en)).fill('2018-05-04');
	await plain.getByRole('button', { name: m.plans_manage_adopt({}, en), exact: true }).click();
	await expect(plain.getByText(m.plans_manage_done({}, en), { exact: true })).toBeVisible();
	await plain.locator('input[name="cover.sent"]').setInputFiles([await photo('square.jpg')]);
	await plain.getByLabel(m.plans_manage_cover_decorates({}, en)).check();
	await plain.getByRole('button', { name: m.plans_manage_describe({}, en) }).click();
	await expect(plain.getByText(m.plans_manage_done({}, en), { exact: true })).toBeVisible();
	await page.goto(plan.href);
	await expect(page.getByRole('img', cover)).toHaveCount(0);
	await expect(page.getByRole('link', { name: m.plans_declaration({}, en) })).toBeVisible();
});

test('a version is read at the address of its plan, and the place in it stays', async ({ as, begun, frozen }) => {
	const plan = await begun({ title: 'Milestones', sections: [sectionOf(said('Milestones of granite.'))], endsOn: '2099-05-02' });
	const version = await frozen(plan);
	const [head] = plan.sections;
	const anchor = head ? `#${anchorOfSection(head)}` : '';
	const { page } = await as(reader, { ...en, width: 390 });
	await page.goto(plan.href);
	await page
		.getByRole('link', { name: new RegExp(`^${m.plans_version_number({ number: version }, en)}`) })
		.first()
		.click();
	await expect(page).toHaveURL(new RegExp(`${plan.href}\\?v=${version}$`));
	await expect(page.locator('main')).toContainText('Milestones of granite.');
	await page
		.getByRole('navigation', { name: m.plans_version_contents({}, en) })
		.getByRole('link')
		.first()
		.click();
	await expect(page).toHaveURL(new RegExp(`\\?v=${version}${anchor}$`));
	await expectNoSideways(page);
	await expectAccessible(page);
	// The path of before leads there, and keeps the place.
	await page.goto(`${plan.href}/versions/${version}${anchor}`);
	await expect(page).toHaveURL(new RegExp(`${plan.href}\\?v=${version}${anchor}$`));
	await page.getByRole('link', { name: m.plans_version_to_now({}, en) }).click();
	await expect(page).toHaveURL(new RegExp(`${plan.href}$`));
});

test('a declaration is added without scripts to what was adopted without it', async ({ as, begun }) => {
	const plan = await begun({ title: 'Ferries', sections: [sectionOf(said('Ferries cross.'))], endsOn: '2099-05-02' });
	const { page } = await as(vija, { ...en, javaScript: false });
	await page.goto(`${plan.href}/manage`);
	await expect(page.getByText(m.plans_manage_adopt_told({}, en))).toBeVisible();
	await page.getByLabel(m.plans_manage_body({}, en)).fill('City council');
	await page.getByLabel(m.plans_manage_adopted_on({}, en)).fill('2018-05-04');
	await page.getByRole('button', { name: m.plans_manage_adopt({}, en), exact: true }).click();
	await expect(page.getByText(m.plans_manage_declare_say({ number: 2 }, en))).toBeVisible();
	const form = page.locator('form[action="?/declare"]');
	await form.locator('input[name="file.sent"]').setInputFiles([pdf('decision.pdf')]);
	await form.getByRole('button', { name: m.plans_manage_declare({}, en) }).click();
	await expect(page.getByText(m.plans_manage_done({}, en), { exact: true })).toBeVisible();
	await expect(form).toHaveCount(0);
	const { page: theirs } = await as(reader, en);
	await theirs.goto(`${plan.href}?v=2`);
	await expect(theirs.getByRole('link', { name: m.plans_version_declaration({}, en) })).toBeVisible();
});
