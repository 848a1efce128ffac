import type { SectionDoc } from './section-doc.ts';
import { gridOf } from './section-table.ts';
import { isLeaf, type SectionNode } from './section-tree.ts';

/** What a block stands in. */
export interface LeafPlace {
	isQuoted: boolean;
	/** The innermost list: `depth` from 1, `number` as it is shown, null for a bullet; `begins` for the first block of an item. */
	list: { depth: number; number: number | null; begins: boolean } | null;
	/** Row and column from 0. */
	cell: { table: string; row: number; column: number; isHeader: boolean } | null;
}

/** Where each block of words and each picture of a section stands. */
export function placesIn(doc: SectionDoc): Map<string, LeafPlace> {
	const places = new Map<string, LeafPlace>();
	const visit = (node: SectionNode, place: LeafPlace): void => {
		if (isLeaf(node)) return void places.set(node.attrs.id, place);
		switch (node.type) {
			case 'blockquote':
				return node.content.forEach((child) => visit(child, { ...place, isQuoted: true }));
			case 'bulletList':
			case 'orderedList': {
				const depth = (place.list?.depth ?? 0) + 1;
				const start = node.type === 'orderedList' ? node.attrs.start : null;
				return node.content.forEach((item, n) => {
					const number = start === null ? null : start + n;
					for (const [at, child] of item.content.entries()) visit(child, { ...place, list: { depth, number, begins: at === 0 } });
				});
			}
			case 'table':
				return gridOf(node).cells.forEach(({ cell, row, column }) => {
					const own = { table: node.attrs.id, row, column, isHeader: cell.type === 'tableHeader' };
					for (const child of cell.content) visit(child, { ...place, cell: own });
				});
			default:
		}
	};
	for (const block of doc.content) visit(block, { isQuoted: false, list: null, cell: null });
	return places;
}
