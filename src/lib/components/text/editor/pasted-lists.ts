import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { Block } from '#lib/model/documents/doc.ts';
import { toldIn } from '#lib/model/documents/told.ts';

/*
 * A list that another page or program put on the clipboard. Where it comes beside words, the editor's own way is to join
 * its first item with the words before and its last one with those behind, and the first number is gone.
 */

type Edge = 'firstChild' | 'lastChild';

function isList(node: Node): boolean {
	return node.type.name.endsWith('List');
}

/** The list that would be joined with the words at this edge. */
function listAt({ content, openStart, openEnd }: Slice, edge: Edge): Node | null {
	let node = content[edge];
	for (let open = edge === 'firstChild' ? openStart : openEnd; node && open > 0; open -= 1) {
		if (isList(node)) return node;
		node = node[edge];
	}
	return null;
}

/** The one paragraph of a list that is no more than that. */
function onlyParagraph({ content }: Slice): Node | null {
	const list = content.childCount === 1 ? content.firstChild : null;
	const item = list && isList(list) && list.childCount === 1 ? list.firstChild : null;
	return item?.childCount === 1 ? item.firstChild : null;
}

/** Within code everything is letters. */
function inCode(tr: Transaction, { content }: Slice): Transaction | null {
	if (!content.firstChild?.isBlock) return null;
	return tr.insertText(toldIn({ type: 'doc', content: content.toJSON() as Block[] }).trimEnd());
}

/** The slice in place of what is selected, and the caret at its end. @param back how far from there its own end is */
function put(tr: Transaction, from: number, to: number, slice: Slice, back = 0): Transaction {
	tr.replace(from, to, slice);
	return tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(to) - back), -1));
}

/** Items between those of a list; what stood behind the caret becomes one of its own. */
function amongItems(tr: Transaction, items: Fragment): Transaction {
	tr.deleteSelection();
	const { $from } = tr.selection;
	const within = $from.parentOffset > 0 || $from.index(-1) > 0;
	if (within) tr.split($from.pos, 2);
	const place = within ? $from.pos + 2 : $from.before(-1);
	tr.insert(place, items);
	const end = tr.doc.resolve(place + items.size);
	if (end.nodeAfter?.textContent === '') tr.delete(end.pos, end.pos + end.nodeAfter.nodeSize);
	return tr.setSelection(Selection.near(tr.doc.resolve(end.pos), -1));
}

/**
 * What a paste changes where a list would lose a number or run into words; null where it would not.
 * @param text the same as plain text, if there is one: of a single item browsers say a wrong number, and none in it
 */
export function pasteList(state: EditorState, slice: Slice, text: string): Transaction | null {
	const { tr, selection, schema } = state;
	const { $from, $to } = selection;
	if ($from.parent.type.spec.code) return inCode(tr, slice);
	const [starts, ends] = [listAt(slice, 'firstChild'), listAt(slice, 'lastChild')];
	const before = $from.parentOffset > 0;
	const behind = $to.parentOffset < $to.parent.content.size;
	const list = $from.depth > 2 ? $from.node(-2) : null;
	// Among bullets numbers are lost even where no words stand.
	const among = list?.type.name === 'bulletList' && starts?.type.name === 'orderedList';
	if (!(starts ?? ends) || !$from.parent.isTextblock || !(before || behind || among)) return null;
	const only = onlyParagraph(slice);
	if (only) {
		const number = starts?.type.name === 'orderedList' && `${String(starts.attrs.start)}.`;
		if (!number || (text !== '' && !text.trimStart().startsWith(number))) return null;
		const numbered = Fragment.from(schema.text(`${number} `)).append(only.content);
		return put(tr, $from.pos, $to.pos, new Slice(Fragment.from(only.copy(numbered)), 1, 1));
	}
	const { firstChild, childCount } = slice.content;
	if (firstChild && childCount === 1 && firstChild.type === list?.type) return amongItems(tr, firstChild.content);
	let { content, openStart, openEnd } = slice;
	let from = $from.pos;
	if (starts) {
		// An item begins with words.
		const within = before || $from.node(-1).type.name === 'listItem';
		if (within) content = content.addToStart(schema.node('paragraph'));
		else from = $from.before();
		openStart = within ? 1 : 0;
	}
	const apart = ends !== null && behind;
	if (apart) [content, openEnd] = [content.addToEnd(schema.node('paragraph')), 1];
	return put(tr, from, $to.pos, new Slice(content, openStart, openEnd), apart ? 1 : 0);
}
