import { PDFiumLibrary } from '@hyzyla/pdfium';
import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { groundOf } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { sectionOf, wordsOf, writePlan } from '../support/written-plans.ts';

const en = { locale: 'en' } as const;

test('a city begins a plan, shapes its sections and opens it, without scripts', async ({ as }) => {
	const { page, watch } = await as(who.host, { ...en, javaScript: false });
	watch.expectsToHear(/status of 400 .*manage\?\/open/s);
	await page.goto('/plans');
	const form = page.locator('form', { has: page.locator('[name=title]') });
	if (!(await form.isVisible())) await page.getByText(m.plans_begin({}, en)).first().click();
	await form.getByLabel(m.plans_begin_title({}, en)).fill('Stairs of the old town');
	await form.getByRole('button', { name: m.plans_begin({}, en) }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stairs of the old town');
	await expect(page.getByText(m.plans_state_draft({}, en)).first()).toBeVisible();

	await page.getByRole('link', { name: m.plans_manage({}, en) }).click();
	await page.getByLabel(m.plans_manage_section_title({}, en)).fill('Handrails');
	await page.getByRole('button', { name: m.plans_manage_add({}, en) }).click();
	await expect(page.getByText(m.plans_manage_done({}, en), { exact: true })).toBeVisible();
	await page.getByRole('button', { name: `${m.plans_manage_up({}, en)}: Handrails` }).click();
	await expect(page.locator('#main li', { hasText: 'Handrails' }).locator('.num')).toHaveText('10');
	await page.getByRole('button', { name: `${m.plans_manage_retire({}, en)}: Risks` }).click();
	await expect(page.getByRole('button', { name: `${m.plans_manage_return({}, en)}: Risks` })).toBeVisible();

	const opening = page.locator('form[action="?/open"]');
	await opening.getByLabel(m.plans_manage_question({}, en)).fill('Which stairs are missing?');
	await opening.getByLabel(m.plans_manage_ends_on({}, en)).fill('2001-05-01');
	await opening.getByRole('button').click();
	await expect(page.getByText(m.plans_manage_past({}, en))).toBeVisible();
	await expect(opening.getByLabel(m.plans_manage_question({}, en))).toHaveValue('Which stairs are missing?');
	await opening.getByLabel(m.plans_manage_ends_on({}, en)).fill('2099-05-01');
	await opening.getByRole('button').click();
	await expect(page.getByText(m.plans_manage_opened({}, en))).toBeVisible();

	const { page: theirs } = await as(who.officer, en);
	await theirs.goto('/plans');
	await theirs.getByRole('link', { name: 'Stairs of the old town' }).click();
	await expect(theirs.getByText('Which stairs are missing?')).toBeVisible();
	await expect(theirs.getByRole('link', { name: m.plans_manage({}, en) })).toHaveCount(0);
	await theirs.getByRole('link', { name: m.plans_answer({}, en) }).click();
	await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Stairs of the old town');
});

test('the list, the page about a plan and its template are accessible, on a phone too', async ({ as, server }) => {
	const { services, close } = await groundOf(server);
	const { href } = await writePlan(services, { by: who.host, title: 'Rooms above the shops', sections: [sectionOf(...wordsOf(2))] });
	await close();
	const { page } = await as(who.host, { ...en, width: 390 });
	for (const path of ['/plans', `${href}/manage`, `${href}/print`, `${href}/draft`]) {
		await page.goto(path);
		await expectNoSideways(page);
		await expectAccessible(page);
	}
	const { page: lead } = await as(who.lead, { locale: 'lv' });
	await lead.goto('/plans/template');
	await expectAccessible(lead);
	await lead.getByRole('button', { name: m.plans_manage_template_keep({}, { locale: 'lv' }) }).click();
	await expect(lead.getByText(m.plans_manage_done({}, { locale: 'lv' }), { exact: true })).toBeVisible();
});

test('a plan prints with its contents, the number of each page and its footnotes, and no act', async ({ as, server }) => {
	const { services, close } = await groundOf(server);
	const noted = sectionOf(...wordsOf(30), {
		type: 'paragraph',
		attrs: { id: 'noted001' },
		content: [
			{ type: 'text', text: 'Counted twice' },
			{ type: 'footnote', attrs: { id: 'note0001', text: 'By the ferry clerk.' } }
		]
	});
	const { href } = await writePlan(services, { by: who.host, title: 'Ferries at night', sections: [noted, noted] });
	await close();
	const { page } = await as(who.host, { ...en, theme: 'dark' });
	await page.goto(`${href}/print`);
	const library = await PDFiumLibrary.init();
	const paper = await library.loadDocument(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
	const sheets = [...paper.pages()].map((sheet) => sheet.getText().replace(/\s/g, ''));
	paper.destroy();
	library.destroy();
	const [first = '', second = '', ...more] = sheets;
	expect(more.length).toBeGreaterThan(1);
	expect(first).toContain('Ferriesatnight');
	expect(first).toContain('Governanceandmonitoring');
	expect(first).toContain(`1/${sheets.length}`);
	expect(second).toContain(`2/${sheets.length}`);
	expect(second).toContain('Contextandevidence');
	const all = sheets.join(' ');
	expect(all.split('Bytheferryclerk.')).toHaveLength(3);
	for (const act of [m.plans_print({}, en), m.shell_meetings({}, en)]) expect(all).not.toContain(act.replace(/\s/g, ''));
});
