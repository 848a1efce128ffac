import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Mapping, ReplaceStep } from '@tiptap/pm/transform';
import { isBlockId, mintBlockId } from '#lib/model/documents/section-ids.ts';

/*
 * Every block has an id that follows its words: through a split, a change of kind, a move, and from where it was cut to where
 * it is pasted. No two blocks of a document share one. What was copied is another block.
 */

export const identifiedNodes = [
	'paragraph',
	'heading',
	'bulletList',
	'orderedList',
	'listItem',
	'blockquote',
	'picture',
	'table',
	'tableRow',
	'tableCell',
	'tableHeader',
	'footnote'
];

/** A block where it stands. */
interface Placed {
	node: Node;
	pos: number;
}

const idOf = ({ attrs }: Node): string | null => (attrs.id as string | null | undefined) ?? null;

function saysNothing(node: Node): boolean {
	return node.content.size === 0 || (node.textContent === '' && !node.isLeaf && !hasAtom(node));
}
function hasAtom(node: Node): boolean {
	let found = false;
	node.descendants((child) => {
		found ||= child.isAtom && !child.isText;
		return !found;
	});
	return found;
}

/** The blocks of each id; those without one under ''. */
function byId(doc: Node): Map<string, Placed[]> {
	const all = new Map<string, Placed[]>();
	doc.descendants((node, pos) => {
		if (!('id' in node.attrs)) return;
		const id = idOf(node) ?? '';
		const placed = all.get(id);
		if (placed) placed.push({ node, pos });
		else all.set(id, [{ node, pos }]);
	});
	return all;
}

/** Of several blocks of one id the one that keeps it: where it stood, unless its words have left it empty. */
function keeperOf(all: readonly Placed[], stood: number | undefined): Placed | undefined {
	const there = all.find(({ pos }) => pos === stood) ?? all[0];
	if (!there || !saysNothing(there.node)) return there;
	return all.find(({ node }) => !saysNothing(node)) ?? there;
}

/** Whether only letters changed within one block each time, as with most keys. */
function isTyping({ steps, docs }: Transaction): boolean {
	return steps.every((step, n) => {
		if (!(step instanceof ReplaceStep)) return false;
		const { from, to, slice } = step;
		const doc = docs[n];
		if (!doc || slice.openStart > 0 || slice.openEnd > 0) return false;
		const plain = slice.content.content.every((node) => node.isText || node.type.name === 'hardBreak');
		return plain && doc.resolve(from).parent.isTextblock && doc.resolve(from).sameParent(doc.resolve(to));
	});
}

/** What gives every block of the document an id of its own; null where each has one. */
function settled(transactions: readonly Transaction[], before: EditorState, after: EditorState): Transaction | null {
	const now = byId(after.doc);
	const double = [...now].filter(([id, all]) => id !== '' && all.length > 1);
	const without = new Map((now.get('') ?? []).map((one) => [one.pos, one]));
	if (double.length === 0 && without.size === 0) return null;
	const mapping = new Mapping(transactions.flatMap((one) => one.mapping.maps));
	// Where everything was selected and is empty, the editor's core makes paragraphs of it, without ids: both would go on for ever.
	const tr = after.tr.setMeta('preventClearDocument', true);
	const give = ({ pos }: Placed, id: string): void => void tr.setNodeAttribute(pos, 'id', id);
	const stood = new Map<string, number>();
	before.doc.descendants((node, pos) => {
		const id = idOf(node);
		if (id === null) return;
		const there = mapping.map(pos, 1);
		stood.set(id, there);
		// A command that made another kind of it.
		const same = now.has(id) ? undefined : without.get(there);
		if (!same || same.node.isInline !== node.isInline) return;
		give(same, id);
		without.delete(there);
	});
	for (const one of without.values()) give(one, mintBlockId());
	for (const [id, all] of double) {
		const keeper = keeperOf(all, stood.get(id));
		for (const one of all) if (one !== keeper) give(one, mintBlockId());
	}
	return tr;
}

/** Ids in the schema, in HTML, and through every change. */
export const BlockIds = Extension.create({
	name: 'blockIds',
	addGlobalAttributes: () => [
		{
			types: identifiedNodes,
			attributes: {
				id: {
					default: null,
					parseHTML: (element: HTMLElement) => {
						const id = element.getAttribute('data-block') ?? '';
						return isBlockId(id) ? id : null;
					},
					renderHTML: ({ id }: Record<string, unknown>) => (typeof id === 'string' ? { 'data-block': id } : {})
				}
			}
		}
	],
	addProseMirrorPlugins: () => [
		new Plugin({
			appendTransaction(transactions, before, after) {
				const changes = transactions.filter(({ docChanged }) => docChanged);
				return changes.length === 0 || changes.every(isTyping) ? null : settled(changes, before, after);
			}
		})
	]
});
