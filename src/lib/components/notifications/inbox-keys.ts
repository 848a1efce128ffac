/** What the keys of the inbox do; the place that has the focus is the one that is meant. */
export interface Keys {
	undo(): void;
	help(): void;
}

const places = 'a[data-entry]';

/**
 * Hears the keys of the whole page, but for those that somebody types or that the browser means. Returns the way to stop.
 * @param letters whether letters and signs are heard too
 */
export function hearInboxKeys(list: HTMLElement, keys: Keys, letters: boolean): () => void {
	const all = () => [...list.querySelectorAll<HTMLElement>(places)];
	const current = () => document.activeElement?.closest('li')?.querySelector<HTMLElement>(places) ?? null;

	function move(by: 1 | -1): void {
		const [entries, at] = [all(), current()];
		const next = at ? entries[entries.indexOf(at) + by] : entries[by === 1 ? 0 : entries.length - 1];
		next?.focus();
	}

	function mark(which: 'one' | 'all'): void {
		const scope = which === 'one' ? current()?.closest('li') : current()?.closest('section');
		scope
			?.querySelector<HTMLFormElement>(which === 'one' ? 'form[data-mark]:not([data-mark="all"])' : 'form[data-mark="all"]')
			?.requestSubmit();
	}

	function press(event: KeyboardEvent): void {
		if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
		const among = list.contains(document.activeElement);
		const acts: Record<string, (() => void) | undefined> = {
			ArrowDown: among ? () => move(1) : undefined,
			ArrowUp: among ? () => move(-1) : undefined,
			...(letters && {
				j: () => move(1),
				k: () => move(-1),
				e: () => mark('one'),
				E: () => mark('all'),
				z: keys.undo,
				'?': keys.help
			})
		};
		const act = Object.hasOwn(acts, event.key) ? acts[event.key] : undefined;
		if (!act) return;
		event.preventDefault();
		act();
	}

	addEventListener('keydown', press);
	return () => removeEventListener('keydown', press);
}

/** Where letters are letters, or where another thing has been opened. */
function isElsewhere(target: EventTarget | null): boolean {
	return (
		target instanceof Element &&
		target.closest('input, textarea, select, [contenteditable], dialog, [popover], [role="listbox"]') !== null
	);
}
