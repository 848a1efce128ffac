import { betweenLooks, within } from './pacing.ts';

/**
 * Looks now and then while the page is looked at, and at once when it comes back into sight or the network comes back:
 * what got lost without a trace is noticed then. Returns the way to stop.
 */
export function whileLookedAt(look: () => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const wait = () => {
		clearTimeout(timer);
		timer = setTimeout(glance, within(betweenLooks));
	};
	const glance = () => {
		if (document.visibilityState === 'visible') look();
		wait();
	};
	document.addEventListener('visibilitychange', glance);
	addEventListener('pageshow', glance);
	addEventListener('online', glance);
	wait();
	return () => {
		clearTimeout(timer);
		document.removeEventListener('visibilitychange', glance);
		removeEventListener('pageshow', glance);
		removeEventListener('online', glance);
	};
}
