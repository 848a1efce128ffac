import { hearKeys } from '../ui/letter-keys.ts';

/** What the keys of the inbox do; the place that has the focus is the one that is meant. */
export interface Keys {
	undo(): void;
	help(): void;
}

const places = 'a[data-entry]';

/**
 * Hears the keys of the inbox. Returns the way to stop.
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

	return hearKeys(() => {
		const among = list.contains(document.activeElement);
		return {
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
	}).stop;
}
