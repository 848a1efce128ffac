import { sectionLimits } from '#lib/model/documents/section-doc.ts';
import { isHiddenCell, type Leavings } from '../../editor/office/office-leavings.ts';
import type { OfficeStyle } from '../../editor/office/office-styles.ts';
import { hasContent, spanOf } from '../../editor/office/table-cells.ts';
import { plainTable } from '../../editor/office/table-lines.ts';

/*
 * A pasted table as one in which every row covers the same columns. Where a row is short, the table's own editor would fill
 * it up from the wrong side.
 */

/** A cell in the rectangle that it covers. */
interface Covering {
	cell: Element;
	row: number;
	column: number;
	height: number;
	width: number;
	header: boolean;
}

/** Word ends a table of uneven rows with one without height, which holds the widths of all columns. */
function isRuler(row: Element): boolean {
	return row.getAttribute('height') === '0' && !hasContent(row);
}

function rowsIn(table: Element): Element[] {
	return [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table && !isRuler(row));
}

/** Each cell in the first free columns of its row; what would reach into another cell covers less. */
function coverings(rows: readonly Element[]): Covering[] {
	const taken: boolean[][] = rows.map(() => []);
	return rows.flatMap((row, at) => {
		let column = 0;
		return [...row.children]
			.filter(({ tagName }) => tagName === 'TD' || tagName === 'TH')
			.map((cell): Covering => {
				while (taken[at]?.[column]) column += 1;
				const wanted = Math.min(spanOf(cell, 'colspan'), 200);
				let width = 1;
				while (width < wanted && !taken[at]?.[column + width]) width += 1;
				const height = Math.min(spanOf(cell, 'rowspan'), rows.length - at);
				for (let down = at; down < at + height; down += 1)
					for (let right = column; right < column + width; right += 1) (taken[down] ??= [])[right] = true;
				const header = cell.tagName === 'TH' || row.parentElement?.tagName === 'THEAD';
				const covering = { cell, row: at, column, height, width, header };
				column += width;
				return covering;
			});
	});
}

/** The numbers of columns that the sheet hides. */
function hiddenColumns(table: Element, cells: readonly Covering[], classes: ReadonlyMap<string, OfficeStyle>): Set<number> {
	const hidden = new Set<number>();
	let column = 0;
	for (const col of table.querySelectorAll('col')) {
		if (col.closest('table') !== table) continue;
		const wide = Math.min(200, Math.max(1, Number(col.getAttribute('span')) || 1));
		for (let n = 0; n < wide; n += 1, column += 1)
			if (isHiddenCell(col, classes) || col.getAttribute('width') === '0') hidden.add(column);
	}
	const single = Map.groupBy(
		cells.filter(({ width }) => width === 1),
		(one) => one.column
	);
	for (const [at, all] of single) if (all.every(({ cell }) => isHiddenCell(cell, classes))) hidden.add(at);
	return hidden;
}

/** How many of `from` to before `to` remain. */
function remaining(from: number, to: number, gone: (at: number) => boolean): number {
	let count = 0;
	for (let at = from; at < to; at += 1) if (!gone(at)) count += 1;
	return count;
}

/** The cells without the rows and columns that are gone. */
function shrunk(cells: readonly Covering[], rowGone: (row: number) => boolean, columnGone: (column: number) => boolean): Covering[] {
	return cells
		.map((one) => ({
			...one,
			row: remaining(0, one.row, rowGone),
			column: remaining(0, one.column, columnGone),
			height: remaining(one.row, one.row + one.height, rowGone),
			width: remaining(one.column, one.column + one.width, columnGone)
		}))
		.filter(({ height, width }) => height > 0 && width > 0);
}

/** Empty rows and columns at the end of a table that are left for answers; more of them are the rest of a sheet. */
const forAnswers = { rows: 10, columns: 5 };

/** How many rows and columns say something, or are left to be filled in. */
function extentOf(cells: readonly Covering[]): { rows: number; columns: number } {
	const full = cells.filter(({ cell }) => hasContent(cell) || cell.querySelector('img, sup'));
	const [rows, columns] = [Math.max(0, ...full.map(({ row }) => row + 1)), Math.max(0, ...full.map(({ column }) => column + 1))];
	const allRows = Math.max(0, ...cells.map(({ row, height }) => row + height));
	const allColumns = Math.max(0, ...cells.map(({ column, width }) => column + width));
	return {
		rows: rows > 0 && allRows - rows <= forAnswers.rows ? allRows : rows,
		columns: columns > 0 && allColumns - columns <= forAnswers.columns ? allColumns : columns
	};
}

/** Rows in which no cell begins: a page may have them, a table of a plan has not. */
function coveredRows(cells: readonly Covering[], columns: number): Set<number> {
	const covered = new Map<number, number>();
	for (const { row, height, width } of cells)
		for (let down = row + 1; down < row + height; down += 1) covered.set(down, (covered.get(down) ?? 0) + width);
	return new Set([...covered].flatMap(([row, width]) => (width === columns ? [row] : [])));
}

function cellOf({ cell, header, width, height }: Covering): HTMLElement {
	const made = document.createElement(header ? 'th' : 'td');
	if (width > 1) made.setAttribute('colspan', String(width));
	if (height > 1) made.setAttribute('rowspan', String(height));
	made.append(...cell.childNodes);
	return made;
}

/** The table anew, with an empty cell wherever none stood. */
function drawn(cells: readonly Covering[], rows: number, columns: number): HTMLElement {
	const table = document.createElement('table');
	const at: (Covering | undefined)[][] = Array.from({ length: rows }, () => []);
	for (const one of cells)
		for (let down = one.row; down < one.row + one.height; down += 1)
			for (let right = one.column; right < one.column + one.width; right += 1) (at[down] ??= [])[right] = one;
	const done = new Set<Covering>();
	for (const line of at) {
		const row = document.createElement('tr');
		for (let column = 0; column < columns; column += 1) {
			const one = line[column];
			if (!one) row.append(document.createElement('td'));
			else if (!done.has(one)) row.append(cellOf(one));
			if (one) done.add(one);
		}
		table.append(row);
	}
	return table;
}

/** Puts a whole table in the place of a pasted one. @returns how much of it stays behind */
function straighten(table: Element, classes: ReadonlyMap<string, OfficeStyle>): Pick<Leavings, 'hidden' | 'cells'> {
	const rows = rowsIn(table);
	const cells = coverings(rows);
	const hidden = hiddenColumns(table, cells, classes);
	const hiddenRows = new Set(rows.flatMap((row, at) => (isHiddenCell(row, classes) ? [at] : [])));
	const seen = shrunk(
		cells,
		(row) => hiddenRows.has(row),
		(column) => hidden.has(column)
	);
	const filled = extentOf(seen);
	const [most, width] = [Math.min(filled.rows, sectionLimits.rows), Math.min(filled.columns, sectionLimits.columns)];
	const within = shrunk(
		seen,
		(row) => row >= most,
		(column) => column >= width
	);
	const covered = coveredRows(within, width);
	const height = most - covered.size;
	const kept = shrunk(
		within,
		(row) => covered.has(row),
		() => false
	);
	const caption = table.querySelector('caption');
	if (caption?.closest('table') === table && hasContent(caption)) {
		const line = document.createElement('p');
		line.append(...caption.childNodes);
		table.before(line);
	}
	const left = { hidden: hidden.size + hiddenRows.size, cells: filled.rows - most + filled.columns - width };
	const [only] = kept;
	if (only && kept.length === 1) {
		const block = document.createElement('div');
		block.append(...only.cell.childNodes);
		table.replaceWith(block);
	} else if (height > 0) table.replaceWith(drawn(kept, height, width));
	else table.remove();
	return left;
}

/** Makes every table whole; one within another becomes lines. */
export function withWholeTables(content: DocumentFragment, classes: ReadonlyMap<string, OfficeStyle>): Pick<Leavings, 'hidden' | 'cells'> {
	for (const inner of [...content.querySelectorAll('table table')].toReversed())
		if (inner instanceof HTMLTableElement && !isOnlyFrame(inner)) inner.replaceWith(...plainTable(inner));
	const left = { hidden: 0, cells: 0 };
	for (const table of content.querySelectorAll('table')) {
		// A frame of one that turned out to be a table of its own.
		if (table.parentElement?.closest('table')) {
			table.replaceWith(...plainTable(table));
			continue;
		}
		const { hidden, cells } = straighten(table, classes);
		left.hidden += hidden;
		left.cells += cells;
	}
	return left;
}

/** A table of a single cell around the rest, of which the inner one is the table. */
function isOnlyFrame(inner: Element): boolean {
	const outer = inner.parentElement?.closest('table');
	return outer !== null && outer !== undefined && outer.querySelectorAll('td, th').length === 1 + inner.querySelectorAll('td, th').length;
}
