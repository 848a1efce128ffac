import type { Editor } from '@tiptap/core';
import { redoDepth, undoDepth } from '@tiptap/pm/history';
import { NodeSelection } from '@tiptap/pm/state';
import { isInTable } from '@tiptap/pm/tables';
import type { HeadingLevel } from '#lib/model/documents/section-doc.ts';
import { sectionAddressIn } from '#lib/model/documents/section-address.ts';
import { hintsIn, levelsAt, type Hint } from './heading-levels.ts';

/** A footnote of the text, in the order of reading. */
export interface CalledFootnote {
	id: string;
	text: string;
	pos: number;
}

/** What holds where the caret is, and what the text as a whole has. */
export interface CaretState {
	marks: Record<'bold' | 'italic' | 'bulletList' | 'orderedList' | 'blockquote' | 'link', boolean>;
	level: HeadingLevel | null;
	/** Levels that a heading here can have. */
	levels: HeadingLevel[];
	inTable: boolean;
	/** The footnote or the picture that is selected as a whole. */
	selected: { kind: 'footnote' | 'picture'; id: string; pos: number } | null;
	undo: boolean;
	redo: boolean;
	empty: boolean;
}

export function caretState(editor: Editor): CaretState {
	const { state } = editor;
	const { selection, doc } = state;
	const has = (name: string): boolean => editor.isActive(name);
	const node = selection instanceof NodeSelection ? selection.node : null;
	const kind = node?.type.name === 'footnote' ? 'footnote' : node?.type.name === 'picture' ? 'picture' : null;
	return {
		marks: {
			bold: has('bold'),
			italic: has('italic'),
			bulletList: has('bulletList'),
			orderedList: has('orderedList'),
			blockquote: has('blockquote'),
			link: has('link') && !sectionAddressIn(String(editor.getAttributes('link').href))
		},
		level: has('heading') ? (editor.getAttributes('heading').level as HeadingLevel) : null,
		levels: selection.$from.depth === 1 ? levelsAt(doc, selection.from) : [],
		inTable: isInTable(state),
		selected: node && kind ? { kind, id: String(node.attrs.id), pos: selection.from } : null,
		undo: undoDepth(state) > 0,
		redo: redoDepth(state) > 0,
		empty: editor.isEmpty
	};
}

/** What is listed below the text; read again only when the text changed. */
export function listedIn(editor: Editor): { notes: CalledFootnote[]; hints: Hint[] } {
	const notes: CalledFootnote[] = [];
	editor.state.doc.descendants((node, pos) => {
		if (node.type.name === 'footnote') notes.push({ id: String(node.attrs.id), text: String(node.attrs.text), pos });
	});
	return { notes, hints: hintsIn(editor.state.doc) };
}
