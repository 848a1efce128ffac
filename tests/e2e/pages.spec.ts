import { expectAccessible, expectNoSideways } from '../support/accessible.ts';
import { goTo, places } from '../support/places.ts';
import { expect, test, type Visit } from '../support/stage.ts';
import type { Seat } from '../support/seat.ts';

const seats: Record<string, Seat> = {
	'wide, light, English': { width: 1280, theme: 'light', locale: 'en' },
	'phone, dark, Latvian': { width: 390, theme: 'dark', locale: 'lv' }
};

for (const [seatName, seat] of Object.entries(seats)) {
	for (const person of new Set(places.map((place) => place.as))) {
		test(`every page of ${person ?? 'a visitor'} is whole: ${seatName}`, async ({ as, visitor }) => {
			test.slow();
			const visit: Visit = person ? await as(person, seat) : await visitor(seat);
			const { page, watch } = visit;
			watch.expectsToHear(/status of 40[34]/);
			for (const place of places.filter((one) => one.as === person)) {
				await goTo(page, place);
				await expect(page.locator('h1'), place.name).toHaveCount(1);
				await expect(page.locator('h1'), place.name).not.toBeEmpty();
				await expect(page, place.name).toHaveTitle(/\S.*Swing|Swing.*\S/);
				await expect(page.locator('html'), place.name).toHaveAttribute('lang', seat.locale ?? 'en');
				await expectAccessible(page);
				await expectNoSideways(page);
			}
		});
	}
}

test('no page scrolls sideways at 320 px', async ({ as, visitor }) => {
	test.slow();
	for (const person of new Set(places.map((place) => place.as))) {
		const { page, watch } = person ? await as(person, { width: 320 }) : await visitor({ width: 320 });
		watch.expectsToHear(/status of 40[34]/);
		for (const place of places.filter((one) => one.as === person)) {
			await goTo(page, place);
			await expectNoSideways(page);
		}
	}
});
