/** What of the sections of a plan somebody sees. */
export interface SectionsSeen {
	/** Those of which anything is on screen. */
	onScreen(ids: ReadonlySet<string>): void;
	/** Those that come near. */
	near(ids: string[]): void;
	/** The one that is read: its beginning has passed the upper part of the screen, and the next one has not. */
	current(id: string): void;
	/** One of which half, or half a screen, stood on screen for a moment. */
	stood(id: string): void;
}

export interface WatchedSections {
	/** Something came into sections that may be in sight: these count as read once more when they have stood for a moment. */
	again(): void;
	stop(): void;
}

/** So long a section stands on screen until it counts as read, in milliseconds. */
const longEnough = 1200;
const nearby = '1600px 0px';
/** Shares of a section at which the browser tells how much of it is seen. */
const threshold = Array.from({ length: 21 }, (_, n) => n / 20);

const idOf = (section: Element): string => (section as HTMLElement).dataset.section ?? '';

/** Watches the sections of a page, those also that come later. */
export function watchSections(text: HTMLElement, seen: SectionsSeen): WatchedSections {
	const on = new Set<string>();
	const inSight = new Set<string>();
	const standing = new Map<string, ReturnType<typeof setTimeout>>();

	function leave(id: string): void {
		clearTimeout(standing.get(id));
		standing.delete(id);
	}
	function begin(id: string): void {
		standing.set(
			id,
			setTimeout(() => stand(id), longEnough)
		);
	}

	const screen = new IntersectionObserver(
		(entries) => {
			for (const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds } of entries) {
				const id = idOf(target);
				if (isIntersecting) on.add(id);
				else on.delete(id);
				const large = intersectionRatio >= 0.5 || intersectionRect.height >= (rootBounds?.height ?? Infinity) / 2;
				if (isIntersecting && large) {
					inSight.add(id);
					if (!standing.has(id)) begin(id);
				} else {
					inSight.delete(id);
					leave(id);
				}
			}
			seen.onScreen(new Set(on));
		},
		{ threshold }
	);
	function stand(id: string): void {
		standing.delete(id);
		if (document.visibilityState === 'visible') seen.stood(id);
	}
	const near = new IntersectionObserver(
		(entries) => {
			const come = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => idOf(target));
			if (come.length > 0) seen.near(come);
		},
		{ rootMargin: nearby }
	);

	let asked = false;
	function lookWhereOneIs(): void {
		if (asked) return;
		asked = true;
		requestAnimationFrame(() => {
			asked = false;
			const sections = [...text.querySelectorAll('[data-section]')];
			const line = innerHeight * 0.28;
			const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
			// What stands last can be led to, and never reaches the upper part of the screen.
			const led = atEnd && sections.find((section) => `#${section.id}` === location.hash && on.has(idOf(section)));
			const passed = sections.filter((section) => section.getBoundingClientRect().top <= line);
			const here = (led || (atEnd ? sections.at(-1) : passed.at(-1))) ?? sections[0];
			if (here) seen.current(idOf(here));
		});
	}

	function watchAll(): void {
		screen.disconnect();
		near.disconnect();
		for (const section of text.querySelectorAll('[data-section]')) {
			screen.observe(section);
			near.observe(section);
		}
		lookWhereOneIs();
	}

	const changes = new MutationObserver((all) => {
		const which = ({ addedNodes, removedNodes }: MutationRecord) => [...addedNodes, ...removedNodes];
		if (all.flatMap(which).some((node) => node instanceof HTMLElement && node.dataset.section)) watchAll();
	});
	changes.observe(text, { childList: true });
	addEventListener('scroll', lookWhereOneIs, { passive: true });
	addEventListener('resize', lookWhereOneIs);
	document.addEventListener('visibilitychange', watchAll);
	watchAll();
	return {
		again() {
			for (const id of inSight) if (!standing.has(id)) begin(id);
		},
		stop() {
			for (const id of standing.keys()) leave(id);
			inSight.clear();
			screen.disconnect();
			near.disconnect();
			changes.disconnect();
			removeEventListener('scroll', lookWhereOneIs);
			removeEventListener('resize', lookWhereOneIs);
			document.removeEventListener('visibilitychange', watchAll);
		}
	};
}
