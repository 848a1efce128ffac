import { Extension } from '@tiptap/core';
import { Fragment, Slice, type Node, type ResolvedPos } from '@tiptap/pm/model';
import { Plugin, Selection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { mintBlockId } from '#lib/model/documents/section-ids.ts';

/*
 * What was cut and is pasted stays the same block, wherever that is; what was copied is another one. A part of a block is no
 * block: its words go where they are put.
 */

function withId(node: Node, id: unknown, content: Fragment): Node {
	return node.isText ? node : node.type.create('id' in node.attrs ? { ...node.attrs, id } : node.attrs, content, node.marks);
}

/** Whether all of the block at this depth around an edge of what is selected is selected. */
function isWhole($edge: ResolvedPos, depth: number, { $from, $to }: Selection): boolean {
	const first = $edge.start(depth);
	const last = $edge.end(depth);
	const [startsAt, endsAt] = [
		Selection.findFrom($edge.doc.resolve(first), 1, true),
		Selection.findFrom($edge.doc.resolve(last), -1, true)
	];
	return startsAt !== null && endsAt !== null && $from.pos <= startsAt.from && $to.pos >= endsAt.to;
}

/** The slice as it was cut, in which only whole blocks have an id. */
function ofWholes(slice: Slice, selection: Selection): Slice {
	const { $from, $to } = selection;
	const base = $from.depth - slice.openStart;
	const visit = (content: Fragment, depth: number, left: boolean, right: boolean): Fragment =>
		Fragment.from(
			content.content.map((node, n) => {
				const atLeft = left && n === 0 && depth <= $from.depth;
				const atRight = right && n === content.childCount - 1 && depth <= $to.depth;
				if (!atLeft && !atRight) return node;
				const whole = (!atLeft || isWhole($from, depth, selection)) && (!atRight || isWhole($to, depth, selection));
				return withId(node, whole ? node.attrs.id : null, visit(node.content, depth + 1, atLeft, atRight));
			})
		);
	return new Slice(visit(slice.content, base + 1, slice.openStart > 0, slice.openEnd > 0), slice.openStart, slice.openEnd);
}

/** The same blocks as new ones. */
export function withoutIds(content: Fragment): Fragment {
	return Fragment.from(content.content.map((node) => withId(node, null, withoutIds(node.content))));
}

/** Whole blocks take the place of the empty one at the caret, and stay what they were; null where that is not so. */
function pasteWholes({ tr, selection }: EditorState, { content }: Slice): Transaction | null {
	const { $from, empty } = selection;
	const { firstChild: first, lastChild: last } = content;
	if (!empty || $from.depth !== 1 || $from.parent.content.size > 0 || !first?.attrs.id || !last?.attrs.id) return null;
	if (!content.content.every(({ type }) => type.isInGroup('block'))) return null;
	tr.replaceWith($from.before(), $from.after(), content);
	return tr.setSelection(Selection.near(tr.doc.resolve($from.before() + content.size), -1));
}

/** The ids that blocks take along. */
function idsOf({ content }: Slice): Set<string> {
	const ids = new Set<string>();
	content.descendants(({ attrs }) => void (typeof attrs.id === 'string' && ids.add(attrs.id)));
	return ids;
}

/** What is left of blocks that were cut, an empty line mostly, is another block; null where nothing is left. */
function leftAnew({ doc, tr }: EditorState, gone: ReadonlySet<string>): Transaction | null {
	doc.descendants(({ attrs }, pos) => void (gone.has(attrs.id as string) && tr.setNodeAttribute(pos, 'id', mintBlockId())));
	return tr.docChanged ? tr : null;
}

export const ClipboardIds = Extension.create({
	name: 'clipboardIds',
	addProseMirrorPlugins() {
		let cutting = false;
		let gone: ReadonlySet<string> = new Set();
		return [
			new Plugin({
				appendTransaction(transactions, _before, after) {
					if (!transactions.some((one) => one.getMeta('uiEvent') === 'cut')) return null;
					const cut = gone;
					gone = new Set();
					return leftAnew(after, cut);
				},
				props: {
					handleDOMEvents: {
						cut: () => void (cutting = true),
						copy: () => void (cutting = false),
						dragstart: () => void (cutting = false)
					},
					handlePaste({ state, dispatch }, _event, slice) {
						const tr = pasteWholes(state, slice);
						if (tr) dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
						return tr !== null;
					},
					transformCopied(slice, { state }) {
						const cut = cutting;
						cutting = false;
						if (!cut) return new Slice(withoutIds(slice.content), slice.openStart, slice.openEnd);
						const wholes = ofWholes(slice, state.selection);
						gone = idsOf(wholes);
						return wholes;
					}
				}
			})
		];
	}
});
