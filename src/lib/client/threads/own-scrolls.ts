const fields = 'input, textarea, select, [contenteditable]';
/** So long after a scroll what comes onto the screen came by it, in milliseconds. */
const comesBy = 300;

/**
 * Tells scrolls of the reader's own from those that the browser makes to keep in sight what is being written.
 * @param onback the reader turns from a field to the page again
 */
export function ownScrolls(onback: () => void): { own(): boolean; stop(): void } {
	let writing = false;
	let moved = -Infinity;
	const stop = new AbortController();
	const options = { capture: true, passive: true, signal: stop.signal };
	const turn = ({ type, target }: Event): void => {
		const before = writing;
		writing = /key|down/.test(type) && target instanceof Element && target.closest(fields) !== null;
		if (before && !writing) onback();
	};
	for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown']) document.addEventListener(type, turn, options);
	document.addEventListener(
		'scroll',
		({ target }) => {
			if (writing && target === document) moved = performance.now();
		},
		options
	);
	return { own: () => performance.now() - moved > comesBy, stop: () => stop.abort() };
}
