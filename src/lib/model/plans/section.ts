import type { SectionDoc } from '../documents/section-doc.ts';
import type { PlanPart } from './parts.ts';
import type { RowKind } from './rows/row.ts';

/** What a section says. */
export interface SectionWords {
	title: string;
	/** BCP 47; mostly that of the plan. */
	lang: string;
	doc: SectionDoc;
}

/** A section as the outline has it. */
export interface SectionHead {
	id: string;
	/** Names it in addresses: `#s-<shortId>`. */
	shortId: string;
	/** Which part of the template it is; null for a free one. */
	part: PlanPart | null;
	rows: RowKind | null;
	title: string;
	lang: string;
	/** Number of its newest revision. */
	n: number;
	/** Characters of its words, footnotes among them. */
	length: number;
	/** How many rows stand in it that are not retired. */
	rowCount: number;
	/** ISO */
	changedAt: string;
	/** When it was taken out of the plan, ISO; its words stay readable where they are asked for. */
	retiredAt: string | null;
	/** Taken out of sight by a lead. */
	hidden: boolean;
	/** Made up to show what a plan can say. */
	illustrative: boolean;
}

/** A section with its words. */
export interface Section extends SectionHead {
	doc: SectionDoc;
}

/** Whether anything was written in it. */
export function isBegun({ length, rowCount }: Pick<SectionHead, 'length' | 'rowCount'>): boolean {
	return length > 0 || rowCount > 0;
}

/** Its place on the page. */
export function anchorOfSection({ shortId }: Pick<SectionHead, 'shortId'>): string {
	return `s-${shortId}`;
}

export const planLimits = { title: 160, sections: 120, rows: 1_000, question: 600, versionName: 120, declaration: 200, invited: 40 };
