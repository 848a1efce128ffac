/**
 * Hears keys of the whole page, but for those that somebody types or that the browser means.
 * @param acts what each key does just now
 */
export function hearKeys(acts: () => Record<string, (() => void) | undefined>): { stop(): void; press(event: Event): void } {
	function press(event: Event): void {
		if (!(event instanceof KeyboardEvent) || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
		// A key from before this was there may be told late: by then somebody may type.
		if (isElsewhere(event.target) || isElsewhere(document.activeElement)) return;
		const now = acts();
		const act = Object.hasOwn(now, event.key) ? now[event.key] : undefined;
		if (!act) return;
		event.preventDefault();
		act();
	}

	addEventListener('keydown', press);
	return { stop: () => removeEventListener('keydown', press), press };
}

/** Where letters are letters, or where another thing has been opened. */
function isElsewhere(target: EventTarget | null): boolean {
	return (
		target instanceof Element &&
		target.closest('input, textarea, select, [contenteditable], dialog, [popover], [role="listbox"]') !== null
	);
}
