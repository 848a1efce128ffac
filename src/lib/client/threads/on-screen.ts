/** What stands behind the place to write at the bottom is not seen yet. */
const onlyAboveTheComposer = { rootMargin: '0px 0px -120px 0px' };

/** What came onto the screen, and what left it, by its place in the stream. */
type Report = (came: number[], left: number[]) => void;

/**
 * Watches a list in which posts are articles with the id `p-<seq>`, as long as somebody looks at the page.
 * Returns the way to stop.
 */
export function watchScreen(list: Element, report: Report): () => void {
	const onScreen = new IntersectionObserver((entries) => {
		if (document.visibilityState === 'hidden') return;
		const places = (intersecting: boolean) =>
			entries.filter(({ isIntersecting }) => isIntersecting === intersecting).map(({ target }) => Number(target.id.slice(2)));
		report(places(true), places(false));
	}, onlyAboveTheComposer);
	const watchAll = () => {
		onScreen.disconnect();
		for (const post of list.querySelectorAll('article[id^="p-"]')) onScreen.observe(post);
	};
	const changes = new MutationObserver(watchAll);
	changes.observe(list, { childList: true, subtree: true });
	// Observing anew reports what is on screen when somebody comes back to this tab.
	document.addEventListener('visibilitychange', watchAll);
	watchAll();
	return () => {
		onScreen.disconnect();
		changes.disconnect();
		document.removeEventListener('visibilitychange', watchAll);
	};
}
