import type { RowCell } from './cells.ts';
import type { PlanRow, RowKind, RowValuesByKind } from './row.ts';

/** Cells that a reader looks for: where they are empty they wait for an answer. Others may stay empty. */
const expected: Record<RowKind, readonly RowCell[]> = {
	objective: ['title'],
	action: ['title', 'lead', 'cost', 'dates', 'funding', 'outputs'],
	indicator: ['title', 'baseline', 'target', 'source'],
	risk: ['title', 'likelihood', 'effect', 'answer'],
	budget: ['title', 'amount', 'source', 'share']
};

/** Whether a cell says anything; a currency alone says nothing. */
export function isCellTold<Kind extends RowKind>(cell: RowCell, values: RowValuesByKind[Kind]): boolean {
	const said: Record<string, unknown> = { ...values };
	const told = (...fields: string[]) => fields.some((field) => ![undefined, null, ''].includes(said[field] as null));
	switch (cell) {
		case 'cost':
			return told('costFrom', 'costTo');
		case 'dates':
			return told('from', 'to');
		case 'measurements':
			return (said[cell] as unknown[]).length > 0;
		default:
			return told(cell);
	}
}

/** Whether an empty cell of this kind is work to do. */
export function isExpected(kind: RowKind, cell: RowCell): boolean {
	return expected[kind].includes(cell);
}

/** How many cells of a row wait for an answer. */
export function emptyCells({ kind, values }: Pick<PlanRow, 'kind' | 'values'>): number {
	return expected[kind].filter((cell) => !isCellTold(cell, values)).length;
}
