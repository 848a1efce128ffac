import type { Editor } from '@tiptap/core';
import { Selection, type Command } from '@tiptap/pm/state';
import {
	addColumnAfter,
	addColumnBefore,
	addRowAfter,
	addRowBefore,
	deleteColumn,
	deleteRow,
	deleteTable,
	toggleHeader
} from '@tiptap/pm/tables';
import { m } from '#lib/i18n/m';

/** What can be done with the table at the caret. */
export const tableTools: { does: () => string; use: Command }[] = [
	{ does: () => m.section_row_above(), use: addRowBefore },
	{ does: () => m.section_row_below(), use: addRowAfter },
	{ does: () => m.section_row_remove(), use: deleteRow },
	{ does: () => m.section_column_before(), use: addColumnBefore },
	{ does: () => m.section_column_after(), use: addColumnAfter },
	{ does: () => m.section_column_remove(), use: deleteColumn },
	{ does: () => m.section_header_row(), use: toggleHeader('row') },
	{ does: () => m.section_table_remove(), use: deleteTable }
];

/** Puts a table of three rows and columns, with a heading row, behind the block at the caret, or in its place where it is empty. */
export function insertTable({ state, view }: Editor): void {
	const { schema, selection, tr } = state;
	const cell = (name: string) => schema.node(name, null, [schema.node('paragraph')]);
	const row = (name: string) => schema.node('tableRow', null, [cell(name), cell(name), cell(name)]);
	const table = schema.node('table', null, [row('tableHeader'), row('tableCell'), row('tableCell')]);
	const { $from } = selection;
	const isEmpty = $from.depth === 1 && $from.parent.content.size === 0;
	const [from, to] = $from.depth === 0 ? [$from.pos, $from.pos] : [isEmpty ? $from.before(1) : $from.after(1), $from.after(1)];
	tr.replaceWith(from, to, table);
	const end = from + table.nodeSize;
	// One can go on behind it.
	if (end === tr.doc.content.size) tr.insert(end, schema.node('paragraph'));
	tr.setSelection(Selection.near(tr.doc.resolve(from + 1), 1));
	view.dispatch(tr.scrollIntoView());
}
