import { announce } from './announcements.svelte.ts';

/** How long is waited for more of the same, and how long there is silence after, in milliseconds. */
const [rest, silence] = [1500, 20_000];

/** What is to be said, by what it is about. */
const waiting = new Map<string, () => string | null>();
let lastSaid = -silence;

/**
 * Says to those who listen what is true by then, and not each time when many things come.
 * @param about of the same thing only the last is said
 * @param words null when there is nothing to say any more
 */
export function announceSoon(about: string, words: () => string | null): void {
	waiting.set(about, words);
	if (waiting.size > 1) return;
	setTimeout(say, Math.max(rest, lastSaid + silence - performance.now()));
}

function say(): void {
	const said = [...waiting.values()].map((words) => words()).filter((words) => words !== null);
	waiting.clear();
	if (said.length === 0) return;
	lastSaid = performance.now();
	announce(said.join('. '));
}
