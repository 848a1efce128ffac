/** Leaves a place to write by Escape; what is open within it keeps the key to itself. */
export function onEscape(leave: (() => void) | undefined): (event: KeyboardEvent) => void {
	return (event) => {
		if (!leave || event.key !== 'Escape' || event.isComposing) return;
		event.preventDefault();
		leave();
	};
}
