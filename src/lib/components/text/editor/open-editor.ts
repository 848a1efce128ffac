import { Editor } from '@tiptap/core';
import { withLinks } from '#lib/model/documents/addresses.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import { markdownLimit } from '#lib/model/documents/limits.ts';
import { normalizeDoc } from '#lib/model/documents/normalize.ts';
import { extensions } from './extensions.ts';
import { pastedSlice } from './pasted.ts';

interface Opening {
	place: HTMLElement;
	attributes: () => Record<string, string>;
	/** After every change of the text or of what is selected; `filled` is what was put in from outside. */
	onchange: (editor: Editor, changed: boolean, filled: boolean) => void;
	/** Asked first about every key; true when it was meant for somebody else. */
	onkey: (event: KeyboardEvent) => boolean;
	onsubmit: () => void;
	/** A pasted text was longer than anything that could be posted, and left out. */
	onrefuse: (length: number) => void;
}

/** The editor in its place, still empty. */
export function openEditor({ place, attributes, onchange, onkey, onsubmit, onrefuse }: Opening): Editor {
	let literally = false;
	return new Editor({
		element: place,
		extensions,
		injectCSS: false,
		// They would change the editor while it is being taken away with the focus in it.
		enableCoreExtensions: { focusEvents: false },
		onTransaction: ({ editor, transaction }) => onchange(editor, transaction.docChanged, transaction.getMeta('filled') === true),
		editorProps: {
			attributes,
			handleKeyDown(_view, event) {
				if (onkey(event)) return true;
				if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
				onsubmit();
				return true;
			},
			clipboardTextParser: (text, _context, plain, view) => pastedSlice(text, plain || literally, view.state.schema),
			handlePaste(view, event) {
				const { length } = event.clipboardData?.getData('text/plain') ?? '';
				if (length > markdownLimit) {
					onrefuse(length);
					return true;
				}
				literally = view.state.selection.$from.parent.type.spec.code === true;
				return false;
			}
		}
	});
}

/** What stands in the editor, in canonical shape. */
export function readEditor(editor: Editor): Doc {
	const { doc } = editor.state;
	return normalizeDoc(withLinks(doc.toJSON() as Doc));
}
