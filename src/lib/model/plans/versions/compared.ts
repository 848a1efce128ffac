import type { DifferencePart } from '../../documents/difference.ts';
import type { BlockDifference } from '../../documents/section-difference.ts';
import type { RowCell } from '../rows/cells.ts';
import type { RowKind } from '../rows/row.ts';
import type { VersionHead } from '../version.ts';

/** What became of a cell of a row. */
export interface ComparedCell {
	cell: RowCell;
	/** Language of its words; null where they are the reader's. */
	lang: string | null;
	parts: DifferencePart[];
}

interface Became {
	id: string;
	/** Names it in addresses. */
	shortId: string;
	became: 'same' | 'changed' | 'added' | 'removed';
	/** Whether it stands elsewhere. */
	moved: boolean;
}

/** A row in two states of a plan. */
export interface ComparedRow extends Became {
	kind: RowKind;
	/** What it is called now, or was at last. */
	title: string;
	cells: ComparedCell[];
}

/** What a block is besides its words. */
export interface BlockShape {
	/** In a cell and in a list a paragraph is named by what it stands in. */
	kind: 'paragraph' | 'heading' | 'picture';
	/** Of a heading; null for the others. */
	level: number | null;
	/** Id of the file of a picture. */
	file: string | null;
	isQuoted: boolean;
	list: 'bullet' | 'number' | null;
	/** Row and column from 1. */
	cell: { row: number; column: number } | null;
}

/** What became of a block of a section. */
export interface ComparedBlock extends Pick<BlockDifference, 'id' | 'kind' | 'isMoved' | 'differs'> {
	/** Null for one that was not there. */
	was: BlockShape | null;
	is: BlockShape | null;
	/** Its words, or the caption of a picture; a star where a footnote is called. */
	parts: DifferencePart[];
	/** What a picture shows, where that is told otherwise. */
	alt: DifferencePart[] | null;
	/** Footnotes that are not the same. */
	notes: DifferencePart[][];
}

/** A section in two states of a plan. */
export interface ComparedSection extends Became {
	title: string;
	lang: string;
	/** What became of its title, where it is called otherwise. */
	renamed: DifferencePart[] | null;
	/** What became of its blocks, as they are read; null where all are the same. */
	blocks: ComparedBlock[] | null;
	/** Those of its rows that are not the same. */
	rows: ComparedRow[];
}

/** Two states of a plan beside one another: versions, or what stands now, which is null. */
export interface ComparedVersions {
	from: VersionHead;
	to: VersionHead | null;
	/** What became of the title of the plan, where it is called otherwise. */
	renamed: DifferencePart[] | null;
	sections: ComparedSection[];
}

/** Two revisions beside one another. */
export interface ComparedRevisions {
	from: number;
	to: number;
	/** Language of the words. */
	lang: string;
	/** What became of the title of a section, where it is called otherwise. */
	renamed: DifferencePart[] | null;
	/** Of a section; null where all are the same. */
	blocks: ComparedBlock[] | null;
	/** Of which kind the row is; null for a section. */
	rows: RowKind | null;
	/** Of a row. */
	cells: ComparedCell[];
}
