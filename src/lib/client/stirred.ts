const stirs = ['pointermove', 'pointerdown', 'keydown', 'scroll'];
/** At the latest, in milliseconds. */
const late = 5000;

/** Does once, at the first stir, what a page needs only when somebody does something on it. Returns the way to call it off. */
export function onceStirred(work: () => void): () => void {
	const stop = () => {
		clearTimeout(timer);
		for (const stir of stirs) removeEventListener(stir, now);
	};
	const now = () => {
		stop();
		work();
	};
	const timer = setTimeout(now, late);
	for (const stir of stirs) addEventListener(stir, now, { passive: true });
	return stop;
}
