import { Editor } from '@tiptap/core';
import type { Doc } from '#lib/model/documents/doc.ts';
import { markdownLimit } from '#lib/model/documents/limits.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';
import { extensions } from './extensions.ts';
import { isBeside, pastedSlice } from './pasted.ts';
import { pasteList } from './pasted-lists.ts';
import { tamedHtml } from './tamed-html.ts';

interface Opening {
	place: HTMLElement;
	attributes: () => Record<string, string>;
	/** After every change of the text or of what is selected; `filled` is what was put in from outside. */
	onchange: (editor: Editor, changed: boolean, filled: boolean) => void;
	/** Asked first about every key; true when it was meant for somebody else. */
	onkey: (event: KeyboardEvent) => boolean;
	onsubmit: () => void;
	/** After a change: how many of the lists that came in with it had letters or Roman numerals. */
	onlettered?: (lists: number) => void;
	/** A pasted text was longer than anything that could be posted, and left out. */
	onrefuse: (length: number) => void;
}

/** The editor in its place, still empty. */
export function openEditor({ place, attributes, onchange, onkey, onsubmit, onlettered, onrefuse }: Opening): Editor {
	/** Of what is being pasted. */
	let lettered = 0;
	return new Editor({
		element: place,
		extensions,
		injectCSS: false,
		// A pasted text is what it was.
		enablePasteRules: false,
		// They would change the editor while it is being taken away with the focus in it.
		enableCoreExtensions: { focusEvents: false },
		onTransaction({ editor, transaction }) {
			onchange(editor, transaction.docChanged, transaction.getMeta('filled') === true);
			if (!transaction.docChanged) return;
			onlettered?.(lettered);
			lettered = 0;
		},
		editorProps: {
			attributes,
			handleKeyDown(_view, event) {
				if (onkey(event)) return true;
				if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
				onsubmit();
				return true;
			},
			transformPastedHTML: (html) => tamedHtml(html, (lists) => (lettered = lists)),
			clipboardTextParser: (text, context, plain, { state }) =>
				pastedSlice(text, plain, state.schema, { beside: isBeside(state.selection), marks: state.storedMarks ?? context.marks() }),
			handlePaste(view, event, slice) {
				const text = event.clipboardData?.getData('text/plain') ?? '';
				if (text.length > markdownLimit) {
					lettered = 0;
					onrefuse(text.length);
					return true;
				}
				const tr = pasteList(view.state, slice, text);
				if (tr) view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
				return tr !== null;
			}
		}
	});
}

/** What stands in the editor, in canonical shape. */
export function readEditor(editor: Editor): Doc {
	const { doc } = editor.state;
	return normalizeDoc(doc.toJSON() as Doc);
}
