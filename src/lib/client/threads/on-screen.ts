import { ownScrolls } from './own-scrolls.ts';

/** What comes onto the screen, what leaves it, and what stands there long enough to be read, by its place in the stream. */
interface Report {
	moved(came: number[], left: number[]): void;
	stood(places: number[]): void;
}

/** So long something stands on screen until it counts as read, in milliseconds: what flies past does not. */
export const moment = 700;
const steps = Array.from({ length: 21 }, (_, n) => n / 20);

/** Half of it, or as much of it as half the screen: an edge of a post is no sight of it. */
function isInSight({ isIntersecting, intersectionRatio, intersectionRect, rootBounds }: IntersectionObserverEntry): boolean {
	return isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= (rootBounds?.height ?? Infinity) / 2);
}

/** How much of the screen's top is covered, in px. */
function above(): number {
	return Math.round(parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)) || 0;
}

/** How much of its lower end this covers, in px. */
function below(foot: HTMLElement | null): number {
	const { position, bottom } = foot ? getComputedStyle(foot) : {};
	return foot && position === 'sticky' ? Math.round(foot.offsetHeight + (parseFloat(bottom ?? '') || 0)) : 0;
}

/**
 * Watches a list in which posts are articles with the id `p-<seq>`, as long as somebody looks at the page. What a scroll
 * brings that the reader did not make is not looked at until they turn to the page again.
 * @param foot what stands before the lower end of the list
 * @returns the way to stop
 */
export function watchScreen(list: Element, foot: HTMLElement | null, { moved, stood }: Report): () => void {
	/** What is in sight, each with what it came with; what nobody looks at yet came with nothing. */
	const inSight = new Map<number, object | null>();
	let onScreen: IntersectionObserver | undefined;

	function wait(places: number[]): void {
		const together = {};
		for (const seq of places) inSight.set(seq, together);
		setTimeout(() => {
			const still = places.filter((seq) => inSight.get(seq) === together);
			if (still.length > 0) stood(still);
		}, moment);
	}

	const scrolls = ownScrolls(() => wait([...inSight.keys()].filter((seq) => inSight.get(seq) === null)));

	function see(entries: IntersectionObserverEntry[]): void {
		if (document.visibilityState === 'hidden') return inSight.clear();
		const places = (sight: boolean) =>
			entries
				.filter((entry) => isInSight(entry) === sight)
				.map(({ target }) => Number(target.id.slice(2)))
				.filter((seq) => inSight.has(seq) !== sight);
		const [came, left] = [places(true), places(false)];
		for (const seq of left) inSight.delete(seq);
		if (scrolls.own()) wait(came);
		else for (const seq of came) inSight.set(seq, null);
		moved(came, left);
	}

	function watchAll(): void {
		onScreen?.disconnect();
		onScreen = new IntersectionObserver(see, { rootMargin: `-${above()}px 0px -${below(foot)}px`, threshold: steps });
		const posts = [...list.querySelectorAll('article[id^="p-"]')];
		for (const post of posts) onScreen.observe(post);
		const gone = [...inSight.keys()].filter((seq) => !posts.some(({ id }) => id === `p-${seq}`));
		for (const seq of gone) inSight.delete(seq);
		if (gone.length > 0) moved([], gone);
	}

	const changes = new MutationObserver(watchAll);
	changes.observe(list, { childList: true, subtree: true });
	const sizes = new ResizeObserver(watchAll);
	if (foot) sizes.observe(foot);
	// Observing anew reports what is on screen when somebody comes back to this tab.
	document.addEventListener('visibilitychange', watchAll);
	watchAll();
	return () => {
		inSight.clear();
		onScreen?.disconnect();
		changes.disconnect();
		sizes.disconnect();
		scrolls.stop();
		document.removeEventListener('visibilitychange', watchAll);
	};
}
