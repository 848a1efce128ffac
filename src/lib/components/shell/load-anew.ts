import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * Loads the page anew because of something that was heard. Whoever is on the way to another page, or back to this one after an
 * act, gets there first: a load meanwhile would take the way from under them, and what they come to is new anyway.
 * @returns whether it was loaded
 */
export async function loadAnew(load: () => Promise<void> = invalidateAll): Promise<boolean> {
	const arrived = await navigating.complete?.then(
		() => true,
		() => false
	);
	if (!arrived) await load();
	return !arrived;
}
