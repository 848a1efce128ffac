import { tick } from 'svelte';

/**
 * Does what exchanges a page's contents and brings what the reader was looking at back to where it stood on the screen.
 * @param anchor finds the element that was looked at, and after the exchange the one in its place
 */
export async function inTheSamePlace(anchor: () => Element | null | undefined, exchange: () => Promise<unknown>): Promise<void> {
	const before = anchor()?.getBoundingClientRect().top;
	await exchange();
	await tick();
	const after = anchor()?.getBoundingClientRect().top;
	if (before !== undefined && after !== undefined) scrollBy({ top: after - before, behavior: 'instant' });
}
