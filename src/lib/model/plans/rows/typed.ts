import { dayTyped } from '../../practices/typed.ts';
import { cellsOf, fieldsOfCell, type RowCell } from './cells.ts';
import type { ActionValues, BudgetValues, IndicatorValues, Measurement, RowKind, RowValuesByKind } from './row.ts';

/** What stands in the fields of a cell, as it was typed; of a measurement under `<id>.on`, `<id>.value` and `<id>.note`. */
export type TypedCell = Record<string, string>;
/** What stands in the fields of a row, by its cells. */
export type TypedRow = Partial<Record<RowCell, TypedCell>>;

/**
 * What stands in the fields where a row says this.
 * @param written writes a decimal as a field of the reader's language shows it
 */
export function typedRow<Kind extends RowKind>(
	kind: Kind,
	values: RowValuesByKind[Kind],
	written: (decimal: string) => string,
	currency = 'EUR'
): TypedRow {
	return Object.fromEntries(cellsOf(kind).map((cell) => [cell, typedCell(kind, cell, values, { written, currency })]));
}

interface Writing {
	written: (decimal: string) => string;
	/** Stands there before one is chosen. */
	currency: string;
}

function typedCell(kind: RowKind, cell: RowCell, values: RowValuesByKind[RowKind], { written, currency }: Writing): TypedCell {
	const number = (decimal: string | null) => (decimal === null ? '' : written(decimal));
	switch (cell) {
		case 'cost': {
			const said = values as ActionValues;
			return { costFrom: number(said.costFrom), costTo: number(said.costTo), currency: said.currency ?? currency };
		}
		case 'amount': {
			const said = values as BudgetValues;
			return { amount: number(said.amount), currency: said.currency ?? currency };
		}
		case 'dates': {
			const { from, to } = values as ActionValues;
			return { from: dayTyped(from), to: dayTyped(to) };
		}
		case 'practice': {
			const { practice, module } = values as ActionValues;
			return { practice: [practice, module].filter(Boolean).join(' ') };
		}
		case 'measurements':
			return Object.assign({}, ...(values as IndicatorValues).measurements.map((one) => typedMeasurement(one, number))) as TypedCell;
		case 'baseline':
		case 'target':
			return { [cell]: number((values as IndicatorValues)[cell]) };
		case 'share':
			return { share: number((values as BudgetValues).share) };
		default: {
			const said: Record<string, unknown> = { ...values };
			return Object.fromEntries(fieldsOfCell(kind, cell).map((field) => [field, String(said[field] ?? '')]));
		}
	}
}

function typedMeasurement({ id, on, value, note }: Measurement, number: (decimal: string) => string): TypedCell {
	return { ...blankMeasurement(id), [`${id}.on`]: dayTyped(on), [`${id}.value`]: number(value), [`${id}.note`]: note };
}

/** The fields of a measurement that nobody has made yet. */
export function blankMeasurement(id: string): TypedCell {
	return { [`${id}.on`]: '', [`${id}.value`]: '', [`${id}.note`]: '' };
}

/** Ids of the measurements in a cell, as they stand in it. */
export function measurementIds(typed: TypedCell): string[] {
	return [...new Set(Object.keys(typed).map((key) => key.split('.')[0] ?? key))];
}

/** What was typed into a form that was posted: the cells that it has, each of which says so itself. */
export function typedRowIn(form: FormData, kind: RowKind): TypedRow {
	const has = form.getAll('has');
	const typed: TypedRow = {};
	for (const cell of cellsOf(kind).filter((one) => has.includes(one))) {
		const fields: TypedCell = {};
		for (const [name, value] of form) {
			// Browsers send line ends as two signs.
			if (name.startsWith(`${cell}.`) && typeof value === 'string')
				fields[name.slice(cell.length + 1)] = value.replace(/\r\n?/g, '\n');
		}
		typed[cell] = fields;
	}
	return typed;
}
