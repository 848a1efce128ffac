import { m } from '#lib/i18n/m';
import { fieldName } from '#lib/i18n/practice-fields.ts';
import { who } from '../support/actors.ts';
import { groundOf } from '../support/ground.ts';
import { expect, test } from '../support/stage.ts';
import { tellPractices } from '../support/told-practices.ts';

const en = { locale: 'en' } as const;

test('by keys alone one asks, keeps, takes over and plans, and the focus stays where one is', async ({ as, server }) => {
	const { services, close } = await groundOf(server);
	const [id = ''] = await tellPractices(services, [{ city: 'kl', title: 'Knots for beginners' }]);
	const [row] = await services.sql<{ at: string }[]>`select slug || '-' || short_id as at from practices where id = ${id}`;
	await close();
	const { page } = await as(who.host, en);
	const { keyboard } = page;
	await page.goto(`/practices/${row?.at}`);
	const field = fieldName('resources');
	await page.getByRole('button', { name: `${m.practices_ask_for_it({}, en)}: ${field}` }).focus();
	const place = await page.evaluate(() => scrollY);
	await keyboard.press('Enter');
	await expect(page.locator('#f-resources')).toContainText(m.practices_you_asked({}, en));
	await expect(page.locator('#f-resources')).toBeFocused();
	expect(await page.evaluate(() => scrollY)).toBe(place);
	await keyboard.press('Tab');
	await expect(page.locator(':focus')).toHaveAccessibleName(new RegExp(`^${m.practices_ask_for_it({}, en)}`));

	await page.getByRole('button', { name: m.practices_bookmark({}, en) }).focus();
	await keyboard.press('Enter');
	await expect(page.getByRole('button', { name: m.practices_drop_bookmark({}, en) })).toBeFocused();

	await page.getByRole('button', { name: m.adoptions_mark({}, en) }).focus();
	await keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: m.adoptions_panel_interested({ city: 'Coimbra' }, en) })).toBeFocused();
	await keyboard.press('Tab');
	await keyboard.press('Tab');
	await keyboard.press('Enter');
	await expect(page).toHaveURL(/adoptions\/co$/);
	await page.getByText(m.adoptions_change({}, en)).first().focus();
	await keyboard.press('Enter');
	await keyboard.press('Tab');
	await keyboard.type('Buy rope');
	await keyboard.press('Tab');
	await keyboard.type('when it rains');
	await keyboard.press('Enter');
	const day = page.getByLabel(m.adoptions_next_day({}, en));
	await expect(day).toHaveAttribute('aria-invalid', 'true');
	await expect(day, 'what is wrong has the focus').toBeFocused();
	await keyboard.press('Control+A');
	await keyboard.type('2031');
	await keyboard.press('Enter');
	await expect(page.locator('aside').getByText('2031')).toBeVisible();
	await expect(page.getByRole('heading', { name: m.adoptions_next_step({}, en) })).toBeFocused();
});

test('on a phone the bar of the form covers no field that the focus comes to', async ({ as }) => {
	const { page } = await as(who.officer, { ...en, width: 390 });
	await page.goto('/practices');
	await page.getByRole('link', { name: 'Createam' }).click();
	await expect(page).toHaveURL(/\/draft$/);
	await page.goto(page.url().replace(/draft$/, 'edit'));
	await page.locator('#title').focus();
	const beneath = () =>
		page.evaluate(() => {
			const [field, bar] = [document.activeElement!, document.querySelector('.foot')!];
			return bar.contains(field) ? null : field.getBoundingClientRect().bottom - bar.getBoundingClientRect().top;
		});
	const seen: number[] = [];
	for (let n = 0; n < 20; n += 1) {
		await page.keyboard.press('Tab');
		const here = await beneath();
		if (here === null) break;
		seen.push(here);
	}
	expect(seen.length).toBeGreaterThan(5);
	expect(Math.max(...seen)).toBeLessThanOrEqual(0);
});
