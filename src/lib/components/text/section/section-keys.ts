import { Extension, type Editor } from '@tiptap/core';
import { NodeSelection, Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { addRowAfter, deleteTable, goToNextCell, CellSelection, isInTable } from '@tiptap/pm/tables';
import type { HeadingLevel } from '#lib/model/documents/section-doc.ts';
import { levelsAt } from './heading-levels.ts';

/** Makes the block at the caret a heading, or a paragraph again; false where that level would skip one. */
export function setLevel(editor: Editor, level: HeadingLevel): boolean {
	const { doc, selection } = editor.state;
	if (editor.isActive('heading', { level })) return editor.commands.setNode('paragraph');
	if (selection.$from.depth !== 1 || !levelsAt(doc, selection.from).includes(level)) return false;
	return editor.commands.setNode('heading', { level });
}

function nextCell(editor: Editor, direction: 1 | -1): boolean {
	const { view } = editor;
	if (!isInTable(editor.state)) return false;
	if (goToNextCell(direction)(editor.state, view.dispatch)) return true;
	if (direction === -1) return false;
	// Behind the last cell a row begins.
	addRowAfter(editor.state, view.dispatch);
	return goToNextCell(1)(editor.state, view.dispatch);
}

/** A table of which all cells are selected goes as a whole. */
function removeTable(editor: Editor): boolean {
	const { selection } = editor.state;
	if (!(selection instanceof CellSelection) || !selection.isRowSelection() || !selection.isColSelection()) return false;
	return deleteTable(editor.state, editor.view.dispatch);
}

/** What is typed while a footnote or a picture is selected comes behind it, not in its place; null where none is. */
function typedBehind({ selection, schema, tr }: EditorState, text: string): Transaction | null {
	if (!(selection instanceof NodeSelection)) return null;
	const { to, node } = selection;
	if (node.type.name === 'footnote') return tr.insertText(text, to);
	if (node.type.name !== 'picture') return null;
	tr.insert(to, schema.node('paragraph', null, [schema.text(text)]));
	return tr.setSelection(TextSelection.create(tr.doc, to + 1 + text.length));
}

/** Keys of the text of a plan, besides those of lists and marks. */
export const SectionKeys = Extension.create({
	name: 'sectionKeys',
	addKeyboardShortcuts() {
		const { editor } = this;
		return {
			'Mod-Alt-1': () => setLevel(editor, 1),
			'Mod-Alt-2': () => setLevel(editor, 2),
			'Mod-Alt-3': () => setLevel(editor, 3),
			'Mod-Alt-0': () => editor.commands.setNode('paragraph'),
			Tab: () => nextCell(editor, 1),
			'Shift-Tab': () => nextCell(editor, -1),
			Backspace: () => removeTable(editor),
			Delete: () => removeTable(editor)
		};
	},
	addProseMirrorPlugins: () => [
		new Plugin({
			props: {
				handleTextInput({ state, dispatch }, _from, _to, text) {
					const tr = typedBehind(state, text);
					if (tr) dispatch(tr.scrollIntoView());
					return tr !== null;
				}
			}
		})
	]
});

/**
 * Enter over several blocks takes them away first, and then does what it does there. Done at once it fails where a heading that
 * is selected from its beginning goes, for what stands in its place then is made a paragraph.
 */
export const EnterOverBlocks = Extension.create({
	name: 'enterOverBlocks',
	priority: 1000,
	addKeyboardShortcuts() {
		const { editor } = this;
		return {
			Enter() {
				const { selection, tr } = editor.state;
				if (selection instanceof TextSelection && !selection.$from.sameParent(selection.$to))
					editor.view.dispatch(tr.deleteSelection());
				return false;
			}
		};
	}
});
