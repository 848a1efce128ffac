/** Leaves a place to write by Escape, where that closes nothing within it. */
export function onEscape(leave: (() => void) | undefined): (event: KeyboardEvent) => void {
	return (event) => {
		if (!leave || event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
		event.preventDefault();
		leave();
	};
}
