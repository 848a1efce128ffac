import type { Editor } from '@tiptap/core';
import { isBeside, pastedSlice } from '../editor/pasted.ts';
import { isPasteTooLong, readPaste, type ReadPaste } from './paste/read-paste.ts';
import { fitting } from './put-blocks.ts';

/** What is to be done about a paste. */
export type Pasted =
	/** The editor's own way: it was copied in a text of ours. */
	| { kind: 'own' }
	| { kind: 'tooLong' }
	| { kind: 'pictures'; files: File[] }
	| { kind: 'read'; read: ReadPaste }
	| { kind: 'text'; text: string };

const isPicture = ({ type }: File): boolean => /^image\/(?:png|jpe?g|gif|webp|avif)$/.test(type);

/** @param plain whether only the words are wanted */
export function pastedIn(data: DataTransfer, plain: boolean): Pasted {
	const [html, text] = [plain ? '' : data.getData('text/html'), data.getData('text/plain')];
	const files = [...data.files].filter(isPicture);
	if (isPasteTooLong(html, text)) return { kind: 'tooLong' };
	if (html.includes('data-pm-slice')) return { kind: 'own' };
	if (html === '' && text === '' && files.length > 0) return { kind: 'pictures', files };
	if (html === '') return text === '' ? { kind: 'own' } : { kind: 'text', text };
	const read = readPaste(html, files);
	// A picture copied by itself: a page around it says where it was.
	if (read.blocks.length === 0 && files.length > 0) return { kind: 'pictures', files };
	return { kind: 'read', read };
}

/** Puts plain text in as it stands; what is surely a list or has marks, as in a post. */
export function pasteText({ state, view }: Editor, text: string, literally: boolean): void {
	const { $from } = state.selection;
	const slice = pastedSlice(text, literally, state.schema, {
		beside: isBeside(state.selection),
		marks: state.storedMarks ?? $from.marks()
	});
	view.dispatch(state.tr.replaceSelection(fitting(slice, state)).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
}
