import type { SectionTable, SectionTableCell } from '#lib/model/documents/section-doc.ts';
import { gridOf } from '#lib/model/documents/section-table.ts';

type Scope = 'col' | 'row' | 'colgroup' | 'rowgroup';

/**
 * What each header cell of a table speaks for: in a row that has nothing but headers the columns below it, else the row behind it.
 * One that covers several speaks for all of them.
 */
export function headerScopes(table: SectionTable): Map<SectionTableCell, Scope> {
	const scopes = new Map<SectionTableCell, Scope>();
	const { cells } = gridOf(table);
	const heads = table.content.map((_, at) =>
		cells.filter(({ row, height }) => row <= at && at < row + height).every(({ cell }) => cell.type === 'tableHeader')
	);
	for (const { cell, row, width, height } of cells) {
		if (cell.type !== 'tableHeader') continue;
		if (heads[row]) scopes.set(cell, width > 1 ? 'colgroup' : 'col');
		else scopes.set(cell, height > 1 ? 'rowgroup' : 'row');
	}
	return scopes;
}
