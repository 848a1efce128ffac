import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { StandsStill } from '#lib/client/stands-still.svelte.ts';

interface Page {
	id: string;
	n: number;
	asked: number;
}

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** A page whose data comes anew. */
function openPage(first: Page) {
	let data = $state.raw(first);
	const reads: StandsStill<Page>[] = [];
	stops.push(
		$effect.root(() => {
			reads.push(
				new StandsStill(
					() => data,
					({ id, n }) => ({ id, version: String(n) })
				)
			);
		})
	);
	return {
		reading: reads[0] as StandsStill<Page>,
		comes(page: Page) {
			data = page;
			flushSync();
		}
	};
}

test('other words wait until they are wanted', () => {
	const { reading, comes } = openPage({ id: 'a', n: 1, asked: 0 });
	comes({ id: 'a', n: 2, asked: 1 });
	expect(reading.shown).toEqual({ id: 'a', n: 1, asked: 0 });
	expect(reading.isOlder).toBe(true);
	reading.show();
	expect(reading.shown).toEqual({ id: 'a', n: 2, asked: 1 });
	expect(reading.isOlder).toBe(false);
});

test('the same words with something else around them are shown at once, and so is another thing', () => {
	const { reading, comes } = openPage({ id: 'a', n: 1, asked: 0 });
	comes({ id: 'a', n: 1, asked: 3 });
	expect(reading.shown.asked).toBe(3);
	comes({ id: 'b', n: 7, asked: 0 });
	expect(reading.shown.id).toBe('b');
	expect(reading.isOlder).toBe(false);
});
