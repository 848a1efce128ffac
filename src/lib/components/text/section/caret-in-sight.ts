import type { EditorView } from '@tiptap/pm/view';

/** Between the caret and what covers the text, in px. */
const room = 8;

/** Scrolls the page until the caret stands between the tools that stick above the text and what covers the foot of the screen. */
export function bringCaretInSight(view: EditorView, tools: HTMLElement): void {
	const { top, bottom } = view.coordsAtPos(view.state.selection.head, 1);
	const from = (parseFloat(getComputedStyle(tools).top) || 0) + tools.offsetHeight + room;
	const to = innerHeight - (parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0);
	const by = top < from ? top - from : bottom > to ? bottom - to : 0;
	if (by !== 0) scrollBy({ top: by, behavior: 'instant' });
}
