import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model';
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { SectionBlock } from '#lib/model/documents/section-doc.ts';

/* Where whole blocks come in: a list, a quotation and a cell hold paragraphs and lists only, and what fits nowhere would be lost. */

/** A heading as words in bold. */
function boldParagraph(heading: Node, schema: Schema): Node {
	const bold = schema.mark('bold');
	return schema.node(
		'paragraph',
		{ id: heading.attrs.id as unknown },
		heading.children.map((child) => (child.isText ? child.mark(bold.addToSet(child.marks)) : child))
	);
}

/** The words of a row in one paragraph, with a tab between two cells. */
function rowParagraph(row: Node, schema: Schema): Node {
	const words = row.children.flatMap((cell, n) => {
		const within: Node[] = n > 0 ? [schema.text('\t')] : [];
		cell.descendants((block) => {
			if (block.isTextblock) within.push(...(within.length > (n > 0 ? 1 : 0) ? [schema.text(' ')] : []), ...block.children);
		});
		return within;
	});
	return schema.node('paragraph', null, words);
}

/** The same words as blocks that may stand in a list, a quotation or a cell. Pictures stay where they are found. */
function flowing(content: Fragment, schema: Schema): Fragment {
	return Fragment.from(
		content.content.flatMap((block): Node[] => {
			if (block.type.name === 'heading') return [boldParagraph(block, schema)];
			if (block.type.name === 'blockquote') return [...flowing(block.content, schema).content];
			if (block.type.name === 'table') return block.children.map((row) => rowParagraph(row, schema));
			return block.type.isInGroup('flow') ? [block] : [];
		})
	);
}

/** A slice that fits at what is selected, with nothing of it lost. */
export function fitting(slice: Slice, { selection, schema }: EditorState): Slice {
	const { $from } = selection;
	const outer = slice.content.content.some(({ type }) => type.isInGroup('block') && !type.isInGroup('flow'));
	if ($from.depth < 2 || !outer) return slice;
	// Cells fill cells.
	const isTable = slice.content.childCount === 1 && slice.content.firstChild?.type.name === 'table';
	if (isTable && Array.from({ length: $from.depth }, (_, n) => $from.node(n)).some(({ type }) => type.name === 'table')) return slice;
	const content = flowing(slice.content, schema);
	const open = (node: Node | null | undefined): number => (node?.isTextblock ? 1 : 0);
	return new Slice(content, open(content.firstChild), open(content.lastChild));
}

/** Blocks in place of what is selected; one paragraph goes into the words at the caret. */
export function putBlocks(state: EditorState, blocks: readonly SectionBlock[]): Transaction {
	const { schema, selection } = state;
	const { tr } = state;
	const nodes = Fragment.from(blocks.map((block) => schema.nodeFromJSON(block)));
	const { $from, empty } = selection;
	const lone = nodes.childCount === 1 && nodes.firstChild?.type.name === 'paragraph';
	if (empty && $from.depth === 1 && $from.parent.content.size === 0) {
		const at = $from.before();
		tr.replaceWith(at, $from.after(), nodes);
		return tr.setSelection(Selection.near(tr.doc.resolve(at + nodes.size), -1));
	}
	const open = (node: Node | null | undefined): number => (node?.type.name === 'paragraph' ? 1 : 0);
	const slice = fitting(new Slice(nodes, lone ? 1 : open(nodes.firstChild), lone ? 1 : open(nodes.lastChild)), state);
	const { to } = selection;
	tr.replaceSelection(slice);
	// At the end of what came, also where that is a list.
	return tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(to)), -1));
}
