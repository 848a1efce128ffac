import type { AskedAbove } from './asked-above.svelte.ts';
import type { CaretState } from './caret-state.ts';

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether only the words of a paste are wanted. */
export function isLiteralPaste({ code, ctrlKey, metaKey, shiftKey }: Key): boolean {
	return (ctrlKey || metaKey) && shiftKey && code === 'KeyV';
}

/** The tool that a key calls; where nothing is selected, Ctrl-K leads to the search as everywhere. */
export function calledTool(
	{ key, code, ctrlKey, metaKey, altKey }: Key,
	asking: AskedAbove['about'],
	at: CaretState | undefined
): 'bar' | 'footnote' | 'picture' | 'help' | 'link' | null {
	const held = ctrlKey || metaKey;
	if (altKey && key === 'F10') return 'bar';
	if (held && altKey && code === 'KeyF') return 'footnote';
	if (key === 'Enter' && at?.selected && (asking === 'footnote' || asking === 'picture')) return asking;
	if (held && key === '/') return 'help';
	return held && !altKey && key === 'k' && (getSelection()?.isCollapsed === false || at?.marks.link) ? 'link' : null;
}
