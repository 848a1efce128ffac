import type {
	Footnote,
	SectionBlock,
	SectionDoc,
	SectionHeading,
	SectionInline,
	SectionListItem,
	SectionParagraph,
	SectionPicture,
	SectionTableCell,
	SectionTableRow
} from './section-doc.ts';
import { marksKey } from './section-inline.ts';

/** A block with words or a picture: what the others hold. */
export type SectionLeaf = SectionParagraph | SectionHeading | SectionPicture;
export type SectionNode = SectionBlock | SectionListItem | SectionTableRow | SectionTableCell;
/** What holds blocks. */
export type SectionBranch = Exclude<SectionNode, SectionLeaf>;

export interface TreeNode {
	node: SectionNode;
	/** What holds it; null for the document. */
	parent: string | null;
}

export interface TreeLeaf {
	leaf: SectionLeaf;
	/** The same for the same words with the same marks. */
	key: string;
	/** Its place in the order of reading, from 0. */
	at: number;
}

/** A section as a merge looks at it: everything by its id. */
export interface SectionTree {
	nodes: Map<string, TreeNode>;
	leaves: Map<string, TreeLeaf>;
	/** Ids of leaves in the order of reading. */
	order: string[];
	/** Each footnote, and the block that calls it. */
	footnotes: Map<string, { note: Footnote; leaf: string }>;
}

export function isLeaf(node: SectionNode): node is SectionLeaf {
	return node.type === 'paragraph' || node.type === 'heading' || node.type === 'picture';
}

export function inlineOf(leaf: SectionLeaf): readonly SectionInline[] {
	return leaf.type === 'picture' ? [] : (leaf.content ?? []);
}

function inlineKey(node: SectionInline): string {
	if (node.type === 'text') return `${node.text}\u0001${marksKey(node.marks)}\u0002`;
	return node.type === 'hardBreak' ? '\u0003' : `\u0004${node.attrs.id} ${node.attrs.text}\u0002`;
}

/** What a leaf is besides its words. */
export function leafKind(leaf: SectionLeaf): string {
	if (leaf.type === 'paragraph') return 'p';
	if (leaf.type === 'heading') return `h${leaf.attrs.level}`;
	const { file, alt, caption } = leaf.attrs;
	return JSON.stringify([file, alt, caption]);
}

export function treeOf(doc: SectionDoc): SectionTree {
	const tree: SectionTree = { nodes: new Map(), leaves: new Map(), order: [], footnotes: new Map() };
	const visit = (node: SectionNode, parent: string | null): void => {
		const { id } = node.attrs;
		tree.nodes.set(id, { node, parent });
		if (!isLeaf(node)) {
			for (const child of node.content) visit(child, id);
			return;
		}
		let key = '';
		for (const inline of inlineOf(node)) {
			key += inlineKey(inline);
			if (inline.type === 'footnote') tree.footnotes.set(inline.attrs.id, { note: inline, leaf: id });
		}
		tree.leaves.set(id, { leaf: node, key, at: tree.order.length });
		tree.order.push(id);
	};
	for (const block of doc.content) visit(block, null);
	return tree;
}

/** One string for a section, the same for the same section whatever the order of its attributes. */
export function sectionKey(doc: SectionDoc): string {
	const visit = (node: SectionNode): string => {
		const { id } = node.attrs;
		if (isLeaf(node)) return `(${id} ${leafKind(node)} ${inlineOf(node).map(inlineKey).join('')})`;
		const { start = '', colspan = '', rowspan = '' } = node.attrs as { start?: number; colspan?: number; rowspan?: number };
		return `(${node.type} ${id} ${start} ${colspan} ${rowspan}${(node.content as SectionNode[]).map(visit).join('')})`;
	};
	return doc.content.map(visit).join('');
}
