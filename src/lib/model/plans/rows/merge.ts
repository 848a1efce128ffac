import { mergeTexts } from '../../documents/merge.ts';
import { mergeRows, saysTheSame } from '../../practices/merge.ts';
import { cellsOf, fieldsOfCell, lineCells, textCells, type RowCell } from './cells.ts';
import type { Measurement, RowKind, RowValuesByKind } from './row.ts';

/* For the server, as the merging of texts is. */

type Values = RowValuesByKind[RowKind];
/** What a cell says, field by field. */
export type CellValues = Record<string, unknown>;

/** A cell in which two people wrote something else at the same time. */
export interface CellClash {
	cell: RowCell;
	/** What one of them wrote. */
	mine: CellValues;
	/** What stands: the other's words where both wrote, and what only one of them changed. */
	stands: CellValues;
	/** The same with `mine` where both wrote. */
	kept: CellValues;
}

export interface MergedRow<Kind extends RowKind> {
	values: RowValuesByKind[Kind];
	clashes: CellClash[];
}

type Winner = 'mine' | 'standing';

/** What a row says in one of its cells. */
export function cellIn(kind: RowKind, cell: string, values: Values): CellValues {
	const said: CellValues = { ...values };
	return Object.fromEntries(fieldsOfCell(kind, cell).map((field) => [field, said[field]]));
}

/**
 * Puts what somebody changed in a row since `base` into what stands now: words by words, measurements by their ids, any other
 * cell as a whole.
 * @param mine the fields that they sent
 * @param whole whether cells are compared as wholes, and no words
 * @returns the values, in which what stands wins where both changed the same, and the other sides of these
 */
export function mergeRow<Kind extends RowKind>(
	kind: Kind,
	base: RowValuesByKind[Kind],
	mine: Partial<RowValuesByKind[Kind]>,
	standing: RowValuesByKind[Kind],
	{ whole = false } = {}
): MergedRow<Kind> {
	const values = { ...standing };
	const clashes: CellClash[] = [];
	for (const cell of cellsOf(kind)) {
		if (!fieldsOfCell(kind, cell).some((field) => Object.hasOwn(mine, field))) continue;
		const written = cellIn(kind, cell, { ...base, ...mine });
		const three = [cellIn(kind, cell, base), written, cellIn(kind, cell, standing)] as const;
		const { value, clash } = mergeCell(three, 'standing', whole);
		Object.assign(values, value);
		if (clash) clashes.push({ cell, mine: written, stands: value, kept: mergeCell(three, 'mine', whole).value });
	}
	return { values, clashes };
}

/** What a cell says once `mine` is chosen in a clash: what others changed in it since stays. */
export function keepMineInCell({ stands, kept }: Pick<CellClash, 'stands' | 'kept'>, standing: CellValues): CellValues {
	return mergeCell([stands, kept, standing], 'mine').value;
}

function mergeCell(
	[base, mine, standing]: readonly [CellValues, CellValues, CellValues],
	wins: Winner,
	isWhole = false
): { value: CellValues; clash: boolean } {
	if (saysTheSame(mine, base) || saysTheSame(mine, standing)) return { value: standing, clash: false };
	if (saysTheSame(base, standing)) return { value: mine, clash: false };
	const [field, ...more] = Object.keys(mine);
	const whole = { value: wins === 'mine' ? mine : standing, clash: true };
	if (field === undefined || more.length > 0 || isWhole) return whole;
	const one = (value: unknown, clash = false) => ({ value: { [field]: value }, clash });
	if (field === 'measurements') {
		const rows = (of: CellValues) => of[field] as Measurement[];
		const { value, clash } = mergeRows(rows(base), rows(mine), rows(standing), wins);
		return one(value, clash);
	}
	const isLine = lineCells.includes(field);
	if (!isLine && !textCells.includes(field)) return whole;
	const [from, my, their] = [String(base[field]), String(mine[field]), String(standing[field])];
	const { text, clashes } = mergeTexts(from, ...(wins === 'mine' ? ([their, my] as const) : ([my, their] as const)));
	// Two lines that both stand would be no line.
	if (isLine) return clashes.length > 0 || text.includes('\n') ? whole : one(text);
	return one(text, clashes.length > 0);
}
