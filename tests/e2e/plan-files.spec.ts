import { m } from '#lib/i18n/m';
import { anchorOfSection } from '#lib/model/plans/section.ts';
import { freezeVersion } from '#lib/server/plans/states.ts';
import { actorOf, who } from '../support/actors.ts';
import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { pdf, photo } from '../support/attaching.ts';
import { groundOf } from '../support/ground.ts';
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
