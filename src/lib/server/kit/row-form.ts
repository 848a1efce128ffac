import { fieldNumber } from '#lib/i18n/numbers-in-fields.ts';
import type { Locale } from '#lib/i18n/locales.ts';
import { cellsOf, fieldsOfCell, type RowCell } from '#lib/model/plans/rows/cells.ts';
import { readRowCell } from '#lib/model/plans/rows/read-typed.ts';
import type { RowKind, RowValuesByKind } from '#lib/model/plans/rows/row.ts';
import { blankMeasurement, typedRow, typedRowIn, type TypedRow } from '#lib/model/plans/rows/typed.ts';
import type { Issue } from '#lib/model/problem.ts';
import { languagesOf } from '#lib/model/practices/read-typed.ts';
import type { Untaken } from '#lib/model/practices/untaken.ts';

/** What goes back into the form of a row: what was typed, and what of it was not taken. */
export interface ReturnedRow {
	typed: TypedRow;
	base: number;
	untaken: Untaken[];
}

/** What stands in the fields of a row for a reader of this language. */
export function typedRowFor(kind: RowKind, values: RowValuesByKind[RowKind], locale: Locale, currency?: string): TypedRow {
	return typedRow(kind, values, (decimal) => fieldNumber(decimal, locale), currency);
}

/**
 * Reads a posted form of a row.
 * @param begun what stood in the row when the form was made
 * @param lang language of the plan
 * @returns the fields of the cells that were changed
 */
export function readRowForm(
	form: FormData,
	kind: RowKind,
	begun: TypedRow,
	{ locale, lang }: { locale: Locale; lang: string }
): { typed: TypedRow; values: Record<string, unknown>; untaken: Untaken[] } {
	const posted = typedRowIn(form, kind);
	const values: Record<string, unknown> = {};
	const untaken: Untaken[] = [];
	for (const cell of Object.keys(posted) as RowCell[]) {
		const typed = posted[cell] ?? {};
		const read = readRowCell(cell, typed, languagesOf(locale, lang));
		// A form has room for what was not there: only what says something else was changed.
		const before = readRowCell(cell, begun[cell] ?? {}, [locale]);
		if ('untaken' in read) untaken.push(...read.untaken);
		else if (JSON.stringify('value' in before && before.value) !== JSON.stringify(read.value)) Object.assign(values, read.value);
	}
	return { typed: { ...begun, ...posted }, values, untaken };
}

/** What the command did not take, where it stands in the form: `values.costFrom` in the cell `cost`. */
export function untakenInRow(kind: RowKind, issues: readonly Issue[] | undefined): Untaken[] {
	return (issues ?? []).flatMap(({ field, code }) => {
		const [, name = ''] = field.split('.');
		const cell = cellsOf(kind).find((one) => fieldsOfCell(kind, one).includes(name));
		if (!cell) return [];
		return [{ at: fieldsOfCell(kind, cell).length > 1 ? `${cell}.${name}` : cell, code }];
	});
}

/** A form without scripts has room for one more measurement. */
export function withRoom(kind: RowKind, typed: TypedRow, id: string): TypedRow {
	return kind === 'indicator' ? { ...typed, measurements: { ...typed.measurements, ...blankMeasurement(id) } } : typed;
}
