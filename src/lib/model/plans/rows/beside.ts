import type { RowCell } from './cells.ts';
import type { PlanRow, RowKind } from './row.ts';

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

/** What is shown with a row besides what it says. */
export interface RowBeside {
	/** The practice that an action takes over; null also where it is not the reader's to see. */
	practice: PracticeTaken | null;
	/** The objective that an action serves, or an indicator measures. */
	objective: LinkedRow | null;
	/** Actions and indicators of an objective. */
	serving: LinkedRow[];
	/** What this reader wrote in cells where somebody else wrote something else, until one side is chosen. */
	clashes: { cell: RowCell; mine: Record<string, unknown> }[];
}

/** A row as it is read. */
export type ShownRow<Kind extends RowKind = RowKind> = PlanRow<Kind> & { beside: RowBeside };

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
