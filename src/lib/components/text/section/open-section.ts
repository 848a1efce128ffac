import { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { bringCaretInSight } from './caret-in-sight.ts';
import { isOwnCopy } from './pasting.ts';
import { fitting } from './put-blocks.ts';
import { documentNode, sectionJson } from './section-document.ts';
import { sectionExtensions } from './section-extensions.ts';
import { takeSteps } from './take-doc.ts';

interface Opening {
	place: HTMLElement;
	doc: SectionDoc;
	attributes: () => Record<string, string>;
	/** After every change of the text or of what is selected; `written` where the writer changed the text, or a picture of theirs came. */
	onchange: (editor: Editor, written: 'writer' | 'arrival' | null) => void;
	/** AskedAbove first about every key; true when it was meant for somebody else. */
	onkey: (event: KeyboardEvent) => boolean;
	/** AskedAbove first about what is pasted or dropped; true when it was taken. */
	onpaste: (editor: Editor, event: ClipboardEvent | DragEvent) => boolean;
	/** The tools that stick above the text. */
	tools?: () => HTMLElement | undefined;
}

/**
 * The editor of a section in its place.
 * @throws {UnknownPart} where the document has something that it does not know
 */
export function openSection({ place, doc, attributes, onchange, onkey, onpaste, tools }: Opening): Editor {
	const editor: Editor = new Editor({
		element: place,
		extensions: sectionExtensions,
		injectCSS: false,
		enablePasteRules: false,
		enableContentCheck: true,
		// They would change the editor while it is being taken away with the focus in it.
		enableCoreExtensions: { focusEvents: false },
		onTransaction({ editor: of, transaction }) {
			const isWritten = transaction.docChanged && transaction.getMeta('taken') !== true;
			onchange(of, isWritten ? (transaction.getMeta('arrived') === true ? 'arrival' : 'writer') : null);
		},
		editorProps: {
			attributes,
			handleKeyDown: (_view, event) => onkey(event),
			// What comes from elsewhere is read from the clipboard itself: read here too, its styles would breach the page's policy.
			transformPastedHTML: (html) => (isOwnCopy(html) ? html : ''),
			handlePaste: (_view, event) => onpaste(editor, event),
			// Then the editor does what is left, such as in a wide table.
			handleScrollToSelection(view) {
				const above = tools?.();
				if (above) bringCaretInSight(view, above);
				return false;
			},
			transformPasted: (slice, { state }) => fitting(slice, state),
			handleDrop: (_view, event, _slice, moved) => !moved && onpaste(editor, event)
		}
	});
	try {
		const node = documentNode(editor.schema, doc);
		const { tr } = editor.state;
		tr.replaceWith(0, tr.doc.content.size, node.content).setSelection(Selection.atStart(tr.doc));
		editor.view.dispatch(tr.setMeta('addToHistory', false).setMeta('taken', true));
	} catch (error) {
		editor.destroy();
		throw error;
	}
	return editor;
}

/** What stands in the editor, as it stands: spaces at ends and empty blocks too. */
export function readWritten({ state }: Editor): SectionDoc {
	return sectionJson(state.doc);
}

/**
 * Puts a document in by the smallest steps, so that caret, selection, scroll and what can be undone stay.
 * @returns false while letters are being composed: nothing was changed, and the document must be merged anew later
 * @throws {UnknownPart} where the document has something that the editor does not know
 */
export function takeIntoEditor(editor: Editor, doc: SectionDoc): boolean {
	const { view } = editor;
	if (view.composing) return false;
	const tr = takeSteps(editor.state, documentNode(editor.schema, doc));
	if (tr.docChanged) view.dispatch(tr);
	return true;
}
