/** A rectangle of the screen, in px from its upper left corner. */
interface Frame {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

const gap = 6;

/** What is seen of the page: without the part under an on-screen keyboard, and within a zoomed one. */
export function seenFrame(): Frame {
	const seen = window.visualViewport;
	const [left, top] = [seen?.offsetLeft ?? 0, seen?.offsetTop ?? 0];
	return { left, top, right: left + (seen?.width ?? innerWidth), bottom: top + (seen?.height ?? innerHeight) };
}

/** Where something of this size stands at a caret: under it, or above where there is more room; never beyond the frame. */
export function besideCaret(
	caret: Frame,
	{ width, height }: { width: number; height: number },
	frame: Frame
): { left: number; top: number; height: number } {
	const left = Math.max(frame.left + gap, Math.min(caret.left, frame.right - width - gap));
	const [above, below] = [caret.top - frame.top - 2 * gap, frame.bottom - caret.bottom - 2 * gap];
	const under = below >= height || below >= above;
	const fits = Math.max(0, Math.min(height, under ? below : above));
	return { left, height: fits, top: under ? caret.bottom + gap : caret.top - gap - fits };
}
