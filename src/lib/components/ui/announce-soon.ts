import { announce } from './announcements.svelte.ts';

/** How long is waited for more of the same, and how long there is silence after, in milliseconds. */
const [rest, silence] = [1500, 20_000];

let waiting = false;
let lastSaid = -silence;

/** Says to those who listen what is true by then, and not each time when many things come. @param words null when there is nothing to say any more */
export function announceSoon(words: () => string | null): void {
	if (waiting) return;
	waiting = true;
	setTimeout(
		() => {
			waiting = false;
			const said = words();
			if (said === null) return;
			lastSaid = performance.now();
			announce(said);
		},
		Math.max(rest, lastSaid + silence - performance.now())
	);
}
