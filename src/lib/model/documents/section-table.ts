import type { SectionTable, SectionTableCell, SectionTableRow } from './section-doc.ts';

/** A cell and the rectangle that it covers, counted from 0. */
export interface PlacedCell {
	cell: SectionTableCell;
	row: number;
	column: number;
	/** Rows and columns that it covers, within the table. */
	height: number;
	width: number;
}

export interface TableGrid {
	rows: number;
	columns: number;
	cells: PlacedCell[];
	/** Which cell covers a place: by row, then by column; undefined for a hole. */
	at: (PlacedCell | undefined)[][];
	/** Whether there is no hole, and no cell that reaches into another or out of the table. */
	isWhole: boolean;
}

/**
 * Where each cell of a table stands: from left to right in the first free columns of its row, as HTML places them. What would
 * reach into another cell or below the last row covers less.
 */
export function gridOf({ content: rows }: Pick<SectionTable, 'content'>): TableGrid {
	const at: TableGrid['at'] = rows.map(() => []);
	const cells: PlacedCell[] = [];
	let isWhole = true;
	let columns = 0;
	for (const [row, { content }] of rows.entries()) {
		const line = at[row] ?? [];
		let column = 0;
		for (const cell of content) {
			while (line[column]) column += 1;
			const { colspan, rowspan } = cell.attrs;
			let width = 1;
			while (width < colspan && !line[column + width]) width += 1;
			const height = Math.min(rowspan, rows.length - row);
			if (width < colspan || height < rowspan) isWhole = false;
			const placed: PlacedCell = { cell, row, column, height, width };
			cells.push(placed);
			for (let down = row; down < row + height; down += 1)
				for (let right = column; right < column + width; right += 1) (at[down] ??= [])[right] = placed;
			column += width;
		}
		columns = Math.max(columns, line.length);
	}
	for (const line of at) for (let column = 0; column < columns; column += 1) isWhole &&= line[column] !== undefined;
	return { rows: rows.length, columns, cells, at, isWhole };
}

/** Rows of cells that stand at their places; they cover the table without a hole. */
export function tableRowsOf(ids: readonly string[], cells: readonly PlacedCell[]): SectionTableRow[] {
	return ids.map((id, row) => ({
		type: 'tableRow',
		attrs: { id },
		content: cells
			.filter((placed) => placed.row === row)
			.sort((one, other) => one.column - other.column)
			.map(({ cell, width, height }) => ({ ...cell, attrs: { ...cell.attrs, colspan: width, rowspan: height } }))
	}));
}
