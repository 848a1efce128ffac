import { stringify } from 'csv-stringify/sync';

/** A column: what it is called, and what it says of a row. */
export type Column<Row> = [header: string, cell: (row: Row) => string | number | null];

/** How a table writes a decimal with a point for a reader of this language. */
export function decimalFor(locale: string, digits = 2): (told: string | null) => string {
	const format = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: digits });
	return (told) => (told === null ? '' : format.format(told as `${number}`));
}

/**
 * A table as spreadsheets open it by a double press: letters are told by the mark at the beginning, cells are parted as the
 * reader's spreadsheet parts them, and no cell is a formula.
 */
export function csvOf<Row>(locale: string, columns: readonly Column<Row>[], rows: readonly Row[]): string {
	const commas = decimalFor(locale)('0.5').charAt(1) === ',';
	return stringify([columns.map(([header]) => header), ...rows.map((row) => columns.map(([, cell]) => cell(row) ?? ''))], {
		bom: true,
		delimiter: commas ? ';' : ',',
		record_delimiter: 'windows',
		// Of line breaks the library quotes only those that end its own rows.
		quoted_match: /[\r\n]/,
		escape_formulas: true
	});
}
