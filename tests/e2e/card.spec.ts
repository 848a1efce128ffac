import { who } from '../support/actors.ts';
import { expectNoSideways } from '../support/accessible.ts';
import { expect, test } from '../support/stage.ts';
import { ThreadPage } from '../support/thread-page.ts';

/** What the card of somebody in Klaipėda shows a reader in Paris: around midnight the day is said too. */
function clocksAt(moment: Date): string[] {
	const shows = (timeZone: string, options: Intl.DateTimeFormatOptions) => moment.toLocaleString('en-GB', { timeZone, ...options });
	const time = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' } as const;
	const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
	const [there, here] = ['Europe/Vilnius', 'Europe/Paris'] as const;
	const other = shows(here, day) === shows(there, day) ? '' : `${shows(here, day)}, `;
	return [`${shows(there, time)}, Klaipėda`, `${other}${shows(here, time)} your time, Paris`];
}

test('without scripts a name above a message leads to the card, which tells what its owner let be seen', async ({ as }) => {
	const bare = { javaScript: false, width: 390 } as const;
	const { page, watch } = await as('tautvydas.marigalis@klaipeda.example', bare);
	watch.expectsToHear(/status of 400/);
	await page.goto('/profile');
	await page.getByLabel('What you do').fill('Lighthouses and their keepers');
	await page.getByText('More languages').click();
	await page.getByRole('checkbox', { name: 'Welsh' }).check();
	await page.getByLabel('Telephone', { exact: true }).fill('12 34');
	await page.getByLabel('Who sees your telephone number').selectOption('Everyone in the network');
	const save = page.getByRole('button', { name: 'Save the card' });
	await save.click();
	await expect(page.getByText('A number that can be dialled from abroad')).toBeVisible();
	await expect(page.getByLabel('What you do')).toHaveValue('Lighthouses and their keepers');
	await expect(page.getByRole('checkbox', { name: 'Welsh' })).toBeChecked();
	await page.getByLabel('Telephone', { exact: true }).fill('+370 00000000');
	await page.getByLabel('Who sees your e-mail address').selectOption('Nobody');
	await save.click();
	await expect(page.getByText('Saved.')).toBeVisible();
	const words = 'The keeper of the lamp says good evening.';
	await (await new ThreadPage(page).open('genoa-2016')).say(words);

	const { page: reader } = await as(who.reader, bare);
	const post = (await new ThreadPage(reader).open('genoa-2016')).post(words);
	await post.getByRole('link', { name: 'Tautvydas Marigalis' }).click();
	await expect(reader.getByRole('heading', { level: 1, name: 'Tautvydas Marigalis' })).toBeVisible();
	await expect(reader.getByText('City officer, Klaipėda')).toBeVisible();
	await expect(reader.getByText('Lighthouses and their keepers')).toBeVisible();
	await expect(reader.getByText('English, Lithuanian and Welsh')).toBeVisible();
	const clocks = reader.locator('time').filter({ hasText: /^(?:\w+ \d{1,2} \w+, )?\d{1,2}:\d\d/ });
	const shown = new Date((await clocks.first().getAttribute('datetime')) ?? '');
	expect(Math.abs(Date.now() - shown.getTime()), 'now').toBeLessThan(60_000);
	await expect(clocks).toHaveText(clocksAt(shown));
	await expect(reader.getByRole('link', { name: '+370 00000000' })).toHaveAttribute('href', 'tel:+37000000000');
	await expect(reader.getByText('tautvydas.marigalis@')).toHaveCount(0);
	await expectNoSideways(reader);
	await reader.getByRole('link', { name: words }).click();
	await expect(post).toBeVisible();
});
