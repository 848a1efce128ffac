/** Whether the keys go to a text that somebody writes. */
function isWriting(target: EventTarget | null): boolean {
	return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

/** A slash leads to the box of the search, Ctrl-K or ⌘K opens the palette, from everywhere. Returns the way to stop. */
export function searchKeys({ openPalette, openSearch }: { openPalette: () => void; openSearch: () => void }): () => void {
	const keys = (event: KeyboardEvent) => {
		const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
		if (event.defaultPrevented || altKey) return;
		if ((ctrlKey !== metaKey) && !shiftKey && key.toLowerCase() === 'k') {
			event.preventDefault();
			openPalette();
		} else if (key === '/' && !ctrlKey && !metaKey && !isWriting(target) && !document.querySelector('dialog[open], [role="dialog"]')) {
			event.preventDefault();
			const box = [...document.querySelectorAll<HTMLInputElement>('input[data-search]')].find((one) => one.checkVisibility());
			if (!box) return openSearch();
			box.focus();
			box.select();
		}
	};
	addEventListener('keydown', keys);
	return () => removeEventListener('keydown', keys);
}
