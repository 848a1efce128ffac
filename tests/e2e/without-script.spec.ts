import { m } from '#lib/i18n/m';
import { who } from '../support/actors.ts';
import { expectNoSideways } from '../support/accessible.ts';
import { groundOf, leaveMarkdown } from '../support/ground.ts';
import { comeIn } from '../support/seat.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

const bare = { javaScript: false } as const;

test('without scripts people sign in, read, write, edit, delete and sign out', async ({ visitor, server }) => {
	const { page } = await visitor({ ...bare, locale: 'en', width: 390 });
	await comeIn(page, server.url, who.officer, 'en');
	await page
		.getByRole('link', { name: m.shell_meetings({}, { locale: 'en' }) })
		.first()
		.click();
	await page.locator('a[href="/meetings/coimbra-2017"]').first().click();
	const thread = new ThreadPage(page);
	await expect(page.getByRole('article').first()).toBeVisible();
	await expectNoSideways(page);

	await thread.write('A **plain** form does it.');
	await thread.send.click();
	await expect(thread.post('A plain form does it.').locator('strong')).toHaveText('plain');

	await thread.change('plain', 'Said again with other words.');
	await thread
		.post('Said again')
		.getByRole('link', { name: m.thread_edited({}, { locale: 'en' }) })
		.click();
	await expect(page.getByText('A plain form does it.', { exact: true })).toBeVisible();
	await page.goBack();

	await thread.remove('Said again');
	await expect(page.getByText('took this message away').last()).toBeVisible();

	await page.getByRole('button', { name: /^You: / }).click();
	await page.getByRole('button', { name: m.shell_sign_out({}, { locale: 'en' }) }).click();
	await expect(page.getByRole('heading', { name: m.people_signin({}, { locale: 'en' }) })).toBeVisible();
	await page.goto('/inbox');
	await expect(page).toHaveURL(/\/signin/);
});

test('without scripts years are no list, and a list of years stays one when it is changed, with room for its numbers', async ({
	as,
	server
}) => {
	const slug = 'nantes-2017';
	const { services, close } = await groundOf(server);
	await leaveMarkdown(services, slug, who.expert, '1986. the bridge\n1987. the tramway');
	await close();
	const { page } = await as(who.expert, { ...bare, width: 390 });
	const thread = await new ThreadPage(page).open(slug);
	const list = thread.post('the bridge').locator('ol');
	const [room, number] = await list.evaluate((ol) => {
		const { font, paddingInlineStart } = getComputedStyle(ol);
		const drawing = document.createElement('canvas').getContext('2d')!;
		drawing.font = font;
		return [parseFloat(paddingInlineStart), drawing.measureText('1986. ').width];
	});
	expect(room).toBeGreaterThan(number!);
	await thread
		.post('the bridge')
		.getByRole('link', { name: m.thread_edit({}, { locale: 'en' }) })
		.click();
	await page
		.getByRole('textbox', { name: m.thread_edit_your_message({}, { locale: 'en' }) })
		.fill('1986. the bridge\n1987. the observatory');
	await page.getByRole('button', { name: m.thread_save({}, { locale: 'en' }) }).click();
	await expect(thread.post('the observatory').locator('ol')).toHaveAttribute('start', '1986');

	await thread.write('14. of Midwinter\n15. of Midwinter');
	await thread.send.click();
	await expect(thread.post('of Midwinter')).toContainText('15. of Midwinter');
	await expect(thread.post('of Midwinter').locator('ol')).toHaveCount(0);
});

test('without scripts the language and the theme change on the spot', async ({ visitor }) => {
	const { page } = await visitor({ ...bare });
	await page.goto('/signin');
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await page.locator('summary, button').filter({ hasText: 'EN' }).first().click();
	await page.getByRole('button', { name: 'Latviešu' }).first().click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'lv');
	await expect(page).toHaveURL(/\/signin$/);
});

test('without scripts an empty and a too long message come back with what was typed', async ({ as }) => {
	const { page, watch } = await as(who.expert, bare);
	watch.expectsToHear(/status of 400/);
	const thread = await new ThreadPage(page).open();
	// As people press, at the very end of the page: the button is still there when they let it go.
	await page.mouse.wheel(0, 100_000);
	await expect(page.getByRole('contentinfo')).toBeInViewport({ ratio: 0.9 });
	await thread.send.click({ delay: 300 });
	await expect(page.getByText(m.thread_refused_empty({}, { locale: 'en' }))).toBeVisible();
	const novel = 'A long story. '.repeat(1500);
	await thread.box.fill(novel);
	await thread.send.click();
	await expect(page.getByText('Your text is kept here', { exact: false }).first()).toBeVisible();
	await expect(thread.box).toHaveValue(novel);
});

test('without scripts what one wrote is not sent as another’s who signed in to the same browser meanwhile', async ({ as, server }) => {
	const { page, context, watch } = await as(who.officer, { ...bare, locale: 'en' });
	watch.expectsToHear(/status of 409/);
	const thread = await new ThreadPage(page).open('coimbra-2017');
	const words = 'Written by Ilze before somebody else sat down here.';
	await thread.write(words);
	await comeIn(await context.newPage(), server.url, who.expert, 'en');
	await thread.send.click();
	await expect(page.getByText(m.thread_refused_other_person({}, { locale: 'en' }))).toBeVisible();
	await expect(thread.box).toHaveValue(words);
	await expect(thread.post(words)).toHaveCount(0);
	await thread.send.click();
	await expect(thread.post(words)).toContainText('Elio Fontanella');
});

test('without scripts what one wrote comes back also when the one who sits there now may not write', async ({ as, server }) => {
	const { page, context, watch } = await as(who.officer, { ...bare, width: 390, theme: 'dark' });
	watch.expectsToHear(/status of 409/);
	const thread = await new ThreadPage(page, 'lv').open('coimbra-2017');
	const words = 'Ilzes vārdi, pirms pie galda apsēdās kāds cits.';
	await thread.write(words);
	await comeIn(await context.newPage(), server.url, who.reader, 'lv');
	await thread.send.click();
	await expect(page.getByRole('alert')).toContainText(m.thread_refused_other_person({}, { locale: 'lv' }));
	await expect(page.getByRole('alert')).toContainText(words);
	await expect(thread.box).toHaveCount(0);
	await expectNoSideways(page);
});
