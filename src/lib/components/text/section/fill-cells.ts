import type { Editor } from '@tiptap/core';
import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import { handlePaste, isInTable, selectedRect, TableMap } from '@tiptap/pm/tables';
import { sectionLimits, type SectionBlock } from '#lib/model/documents/section-doc.ts';

/** The same table without cells of a heading row: such a row stands at the top alone. */
function bodyOnly(table: Node): Node {
	const { tableCell } = table.type.schema.nodes;
	const cell = (one: Node): Node => tableCell?.create(one.attrs, one.content) ?? one;
	return table.copy(Fragment.from(table.children.map((row) => row.copy(Fragment.from(row.children.map(cell))))));
}

/**
 * A table that comes into a table fills its cells from the caret on; one that would make it too large stands behind it.
 * @returns whether that is what comes
 */
export function fillCells({ state, view }: Editor, blocks: readonly SectionBlock[]): boolean {
	const [only] = blocks;
	if (blocks.length !== 1 || only?.type !== 'table' || !isInTable(state)) return false;
	const { map, left, top, table, tableStart } = selectedRect(state);
	const pasted = state.schema.nodeFromJSON(only);
	const coming = TableMap.get(pasted);
	const [columns, rows] = [Math.max(map.width, left + coming.width), Math.max(map.height, top + coming.height)];
	const filling = new Slice(Fragment.from(top > 0 ? bodyOnly(pasted) : pasted), 0, 0);
	if (columns <= sectionLimits.columns && rows <= sectionLimits.rows && handlePaste(view, new ClipboardEvent('paste'), filling))
		return true;
	const behind = tableStart - 1 + table.nodeSize;
	const tr = state.tr.insert(behind, pasted);
	view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(behind + pasted.nodeSize), -1)).scrollIntoView());
	return true;
}
