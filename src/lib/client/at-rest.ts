/** At the latest, in milliseconds. */
const timeout = 3000;

/** Does what is not urgent once the browser has nothing else to do. Returns the way to call it off. */
export function atRest(work: () => void): () => void {
	if ('requestIdleCallback' in window) {
		const asked = requestIdleCallback(work, { timeout });
		return () => cancelIdleCallback(asked);
	}
	const timer = setTimeout(work, timeout);
	return () => clearTimeout(timer);
}
