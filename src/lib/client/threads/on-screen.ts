/** What is on screen, and what has stood there long enough to be read, by its place in the stream. */
interface Report {
	moved(onScreen: Iterable<number>): void;
	stood(places: number[]): void;
}

/** So long something stands on screen until it counts as read, in milliseconds: what flies past does not. */
export const longEnough = 1000;
/** So long after a scroll what comes onto the screen came by it, in milliseconds. */
const comesBy = 300;
/** Shares of a post at which the browser tells how much of it is seen. */
const threshold = Array.from({ length: 21 }, (_, n) => n / 20);

/** Half of it, or as much of it as half the screen: an edge of a post is no sight of it. */
function isInSight({ isIntersecting, intersectionRatio, intersectionRect, rootBounds }: IntersectionObserverEntry): boolean {
	return isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= (rootBounds?.height ?? Infinity) / 2);
}

/** What the masthead and this cover of the screen, as the browser asks for it. */
function covered(foot: HTMLElement | null): string {
	const px = (length: string): number => Math.round(parseFloat(length)) || 0;
	const { position, bottom } = foot ? getComputedStyle(foot) : {};
	const below = foot && position === 'sticky' ? foot.offsetHeight + px(bottom ?? '') : 0;
	return `-${px(getComputedStyle(document.documentElement).scrollPaddingTop)}px 0px -${below}px`;
}

/**
 * Watches a list in which posts are articles with the id `p-<seq>`, as long as somebody looks at the page. What a scroll
 * brings that the browser makes while one writes is not looked at until one turns to the page again.
 * @param foot what stands before the lower end of the list
 * @returns the way to stop
 */
export function watchScreen(list: Element, foot: HTMLElement | null, { moved, stood }: Report): () => void {
	/** What is in sight, each with what it came with; what nobody looks at yet came with nothing. */
	const inSight = new Map<number, object | null>();
	const stop = new AbortController();
	const { signal } = stop;
	let onScreen: IntersectionObserver | undefined;
	let writing = false;
	let scrolledBy = -Infinity;

	/** What one came upon has been looked at while this was fetched. */
	let pause = longEnough / 2;

	function wait(places: number[]): void {
		const together = {};
		for (const seq of places) inSight.set(seq, together);
		setTimeout(() => stood(places.filter((seq) => inSight.get(seq) === together)), pause);
		pause = longEnough;
	}

	function see(entries: IntersectionObserverEntry[]): void {
		if (document.visibilityState === 'hidden') return inSight.clear();
		const came: number[] = [];
		for (const entry of entries) {
			const seq = Number(entry.target.id.slice(2));
			if (!isInSight(entry)) inSight.delete(seq);
			else if (!inSight.has(seq)) came.push(seq);
		}
		if (performance.now() - scrolledBy < comesBy) for (const seq of came) inSight.set(seq, null);
		else wait(came);
		moved(inSight.keys());
	}

	function watchAll(): void {
		onScreen?.disconnect();
		onScreen = new IntersectionObserver(see, { rootMargin: covered(foot), threshold });
		const posts = list.querySelectorAll('article[id^="p-"]');
		for (const post of posts) onScreen.observe(post);
		const there = new Set([...posts].map(({ id }) => id));
		for (const seq of inSight.keys()) if (!there.has(`p-${seq}`)) inSight.delete(seq);
	}

	function turn({ type, target }: Event): void {
		const before = writing;
		writing = /down$/.test(type) && (target as Element).closest?.('input, textarea, select, [contenteditable]') != null;
		if (before && !writing) wait([...inSight.keys()].filter((seq) => inSight.get(seq) === null));
	}

	for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown']) addEventListener(type, turn, { signal });
	// What is scrolled within the page does not come up to here.
	addEventListener('scroll', () => writing && (scrolledBy = performance.now()), { signal });
	const changes = new MutationObserver(watchAll);
	changes.observe(list, { childList: true, subtree: true });
	const sizes = new ResizeObserver(watchAll);
	if (foot) sizes.observe(foot);
	// Observing anew reports what is on screen when somebody comes back to this tab.
	document.addEventListener('visibilitychange', watchAll, { signal });
	watchAll();
	return () => {
		stop.abort();
		inSight.clear();
		onScreen?.disconnect();
		changes.disconnect();
		sizes.disconnect();
	};
}
