import type { RowCell } from '#lib/model/plans/rows/cells.ts';
import type { RowKind } from '#lib/model/plans/rows/row.ts';

interface Columns {
	/** Cells with a column of their own, behind the title. */
	beside: readonly RowCell[];
	/** Cells that are told below the title, each with its name. */
	below: readonly RowCell[];
}

/** Where the cells of each kind stand. */
export const rowColumns: Record<RowKind, Columns> = {
	objective: { beside: [], below: [] },
	action: { beside: ['lead', 'cost', 'dates'], below: ['state', 'partners', 'outputs', 'funding', 'objective', 'practice'] },
	indicator: { beside: ['baseline', 'target'], below: ['unit', 'source', 'objective', 'measurements'] },
	risk: { beside: ['likelihood', 'effect', 'answer'], below: [] },
	budget: { beside: ['amount', 'source', 'share'], below: [] }
};

/** Cells that hold what lies elsewhere: it is chosen on the page of the row. */
export const chosenElsewhere: readonly RowCell[] = ['objective', 'practice'];
