import type { RowCell } from './cells.ts';

/** A row as others name it. */
export interface LinkedRow {
	id: string;
	shortId: string;
	kind: 'objective' | 'action' | 'indicator';
	title: string;
	/** The objective that it serves or measures. */
	objective: string | null;
}

/** A good practice that actions take over, as far as the reader may see it. */
export interface PracticeTaken {
	title: string;
	/** Language of the title and of its modules' titles. */
	lang: string;
	href: string;
	modules: { id: string; title: string }[];
}

/** What is shown beside rows. */
export interface RowsBeside {
	/** By id; one that is not here is not the reader's to see. */
	practices: Record<string, PracticeTaken>;
	/** Objectives, actions and indicators of the whole plan, in their order. */
	linked: LinkedRow[];
	/** Cells in which somebody else wrote something else than this reader, until one side is chosen. */
	clashes: { row: string; cell: RowCell; mine: Record<string, unknown> }[];
}

/** An action of a plan that takes a practice over, as the practice's page names it. */
export interface PlanUsing {
	plan: string;
	planLang: string;
	city: string;
	action: string;
	href: string;
	/** The module that it takes over; null for the whole practice. */
	module: string | null;
}
