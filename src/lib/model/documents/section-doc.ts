/*
 * The document of a section of a plan: ProseMirror JSON of a larger schema than that of a post. Every block has an id that it
 * keeps for life: a paragraph that becomes a heading, moves or is cut and pasted elsewhere is still the same block, and no two
 * blocks of one document share an id.
 */

import type { HardBreak } from './doc.ts';

export interface SectionDoc {
	type: 'doc';
	content: SectionBlock[];
}

/** Blocks that stand anywhere, also in lists, quotations and cells. */
export type FlowBlock = SectionParagraph | SectionBulletList | SectionOrderedList;
export type SectionBlock = FlowBlock | SectionHeading | SectionQuote | SectionPicture | SectionTable;

/** A block as the others know it. */
export interface Identified {
	/** 4 to 16 small letters and digits. */
	id: string;
}

export interface SectionParagraph {
	type: 'paragraph';
	attrs: Identified;
	content?: SectionInline[];
}

/** Within its section: 1 stands directly below the title of the section. */
export type HeadingLevel = 1 | 2 | 3;

export interface SectionHeading {
	type: 'heading';
	attrs: Identified & { level: HeadingLevel };
	content?: SectionInline[];
}
export interface SectionBulletList {
	type: 'bulletList';
	attrs: Identified;
	content: SectionListItem[];
}
export interface SectionOrderedList {
	type: 'orderedList';
	attrs: Identified & { start: number };
	content: SectionListItem[];
}
/** Begins with a paragraph, which may be empty. */
export interface SectionListItem {
	type: 'listItem';
	attrs: Identified;
	content: FlowBlock[];
}
export interface SectionQuote {
	type: 'blockquote';
	attrs: Identified;
	content: FlowBlock[];
}

export interface SectionPicture {
	type: 'picture';
	attrs: Identified & {
		/** Id of a file of the plan. */
		file: string;
		/** What it shows; '' for one that only decorates, null where nobody has said it yet. */
		alt: string | null;
		caption: string;
	};
}

/** Every row covers the same columns, with what cells of rows above reach down into it. */
export interface SectionTable {
	type: 'table';
	attrs: Identified;
	content: SectionTableRow[];
}
export interface SectionTableRow {
	type: 'tableRow';
	attrs: Identified;
	/** Empty only where cells from above cover the whole row. */
	content: SectionTableCell[];
}
export interface SectionTableCell {
	type: 'tableCell' | 'tableHeader';
	attrs: Identified & { colspan: number; rowspan: number };
	content: FlowBlock[];
}

export type SectionInline = SectionText | SectionHardBreak | Footnote;

export interface SectionText {
	type: 'text';
	text: string;
	marks?: SectionMark[];
}
export type SectionHardBreak = Omit<HardBreak, 'marks'> & { marks?: SectionMark[] };

/** Stands where it is called; its words are read at the end of the section. */
export interface Footnote {
	type: 'footnote';
	attrs: Identified & {
		/** Plain words of one paragraph; addresses in them are linked where they are shown. */
		text: string;
	};
}

/**
 * An address leads outside, or to something of ours: `swing:person/<id>`, `swing:city/<code>`, `swing:practice/<id>`,
 * `swing:practice/<id>#evidence`, `swing:file/<id>`.
 */
export type SectionMark = { type: 'bold' } | { type: 'italic' } | { type: 'link'; attrs: { href: string } };

export const sectionLimits = {
	/** Characters of one section with its footnotes, as the text map counts them. */
	text: 200_000,
	nodes: 30_000,
	/** Lists and cells within one another. */
	depth: 8,
	rows: 500,
	columns: 40,
	alt: 500,
	caption: 300,
	footnote: 2_000,
	title: 200
};
