import { differenceOf, type DifferencePart } from '#lib/model/documents/difference.ts';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { sectionDifference, type StoodBlock } from '#lib/model/documents/section-difference.ts';
import { emptySection } from '#lib/model/documents/section-normalize.ts';
import type { BlockShape, ComparedBlock } from '#lib/model/plans/versions/compared.ts';

/** What became of the blocks of a section, as they are read; null where all are the same, or say nothing. */
export function comparedBlocks(before: SectionDoc | null, after: SectionDoc | null, timeout?: number): ComparedBlock[] | null {
	const told = sectionDifference(before ?? emptySection(), after ?? emptySection(), timeout).flatMap((block): ComparedBlock[] => {
		const { id, kind, isMoved, differs } = block;
		const [was, is] = [shapeOf(block.before), shapeOf(block.after)];
		const parts = block.parts.map((part) => ({ ...part, text: part.text.replaceAll('\ufffc', '*') }));
		const notes = block.notes.map((note) => note.parts).filter((note) => note.some((part) => part.kind !== 'same'));
		const isNothing = kind !== 'changed' && parts.length === 0 && (is ?? was)?.file === null;
		return isNothing ? [] : [{ id, kind, isMoved, differs, was, is, parts, alt: altOf(block.before, block.after), notes }];
	});
	return told.every(({ kind }) => kind === 'kept') ? null : told;
}

function shapeOf(stood: StoodBlock | null): BlockShape | null {
	if (!stood) return null;
	const { leaf, place } = stood;
	return {
		kind: leaf.type,
		level: leaf.type === 'heading' ? leaf.attrs.level : null,
		file: leaf.type === 'picture' ? leaf.attrs.file : null,
		isQuoted: place.isQuoted,
		list: place.list && (place.list.number === null ? 'bullet' : 'number'),
		cell: place.cell && { row: place.cell.row + 1, column: place.cell.column + 1 }
	};
}

function altOf(before: StoodBlock | null, after: StoodBlock | null): DifferencePart[] | null {
	const said = (stood: StoodBlock | null): string => (stood?.leaf.type === 'picture' ? (stood.leaf.attrs.alt ?? '') : '');
	return said(before) === said(after) ? null : differenceOf(said(before), said(after));
}
