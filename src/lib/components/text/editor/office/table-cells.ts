/* Cells of a table in HTML, and the columns in which they stand. */

export function hasContent(cell: Element): boolean {
	return (cell.textContent ?? '').trim() !== '';
}

/** As in HTML; a cell over 0 rows reaches to the end. */
const most = { colspan: 1000, rowspan: 65_534 };

/** How many columns or rows a cell covers. */
export function spanOf(cell: Element, of: keyof typeof most): number {
	const said = Number.parseInt(cell.getAttribute(of) ?? '1', 10);
	return said > 0 ? Math.min(said, most[of]) : said === 0 && of === 'rowspan' ? most.rowspan : 1;
}

/** A cell in its column. */
export interface CellPlace {
	cell: Element;
	column: number;
}

/** The cells of each row in their columns, which those that reach down from above take too. */
export function placedCells(rows: readonly Element[][]): CellPlace[][] {
	/** The row in which each column is free again. */
	const free: number[] = [];
	return rows.map((cells, row) => {
		let column = 0;
		return cells.map((cell) => {
			while ((free[column] ?? 0) > row) column += 1;
			const at = column;
			for (let wide = spanOf(cell, 'colspan'); wide > 0; wide -= 1) {
				free[column] = row + spanOf(cell, 'rowspan');
				column += 1;
			}
			return { cell, column: at };
		});
	});
}
