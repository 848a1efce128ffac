import { untrack } from 'svelte';
import { inTheSamePlace } from '#lib/client/same-place.ts';

/**
 * What somebody points at, has the focus on or reads stays where it is on the screen when `above` changes because
 * something came in or went above it. Called while a component is made.
 */
export function staysPut(above: () => unknown): void {
	let first = true;
	$effect.pre(() => {
		above();
		if (first) first = false;
		else untrack(() => void holdStill(lookedAt()));
	});
}

/** Called before the page has changed. */
function holdStill(what: Element | null): Promise<void> {
	return inTheSamePlace(
		() => (what?.isConnected ? what : null),
		() => Promise.resolve()
	);
}

/** At the top of a page without a pointer nothing in particular is looked at: what is new may push the rest down. */
function lookedAt(): Element | null {
	const pointedAt = [...document.querySelectorAll('main :hover')].at(-1);
	const focused = document.activeElement?.closest('main *');
	return pointedAt ?? focused ?? (scrollY > 0 ? document.elementFromPoint(innerWidth / 2, innerHeight / 2) : null);
}
