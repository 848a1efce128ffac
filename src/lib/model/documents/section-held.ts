import type { Footnote, SectionDoc, SectionPicture, SectionTable } from './section-doc.ts';
import { inlineOf, isLeaf, type SectionNode } from './section-tree.ts';

/*
 * What a plain field cannot say is held: it stands there as its number in braces, and what can be said of it behind that:
 * {2 The words of a footnote}, {3} The caption of a picture. The number counts such things in the section as it was.
 */

export type HeldThing = Footnote | SectionPicture | SectionTable;

/** Whether a table can be said by lines of cells between strokes. */
export function isPlainTable({ content: rows }: SectionTable): boolean {
	return rows.every(({ content: cells }) =>
		cells.every(({ attrs, content: [only, ...more] }) => {
			if (attrs.colspan > 1 || attrs.rowspan > 1 || only?.type !== 'paragraph' || more.length > 0) return false;
			return (only.content ?? []).every((node) => node.type === 'text' && !/[|{}]/.test(node.text));
		})
	);
}

/** What is held of a section, in the order of reading; the first has the number 1. */
export function heldIn(doc: SectionDoc): HeldThing[] {
	const held: HeldThing[] = [];
	const visit = (node: SectionNode): void => {
		if (node.type === 'picture' || (node.type === 'table' && !isPlainTable(node))) return void held.push(node);
		if (isLeaf(node)) for (const inline of inlineOf(node)) if (inline.type === 'footnote') held.push(inline);
		if (!isLeaf(node)) for (const child of node.content) visit(child);
	};
	for (const block of doc.content) visit(block);
	return held;
}
