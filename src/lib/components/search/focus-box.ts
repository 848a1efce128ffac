/** Leads to the box of the search, or to its page where there is no room for the box. */
export function focusBox(): void {
	const box = document.querySelector<HTMLInputElement>('[data-search]');
	if (box?.checkVisibility()) {
		box.focus();
		box.select();
	} else document.querySelector<HTMLElement>('[href="/search"]')?.click();
}
