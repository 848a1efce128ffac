import { differenceOf } from '#lib/model/documents/difference.ts';
import { jsonInOrder } from '#lib/model/in-order.ts';
import type { ComparedCell } from '#lib/model/plans/versions/compared.ts';
import { cellsOf, emptyRow, fieldsOfCell } from '#lib/model/plans/rows/cells.ts';
import type { RowKind, RowValuesByKind } from '#lib/model/plans/rows/row.ts';
import { cellWords, isTyped, type RowReader } from '#lib/i18n/row-words.ts';

type Values = RowValuesByKind[RowKind];

/** Every cell in which a row differs, word by word, in the order of the form; null is a row that is not there. */
export function rowDifference(
	kind: RowKind,
	before: Values | null,
	after: Values | null,
	{ lang, ...reader }: RowReader & { /** Language of the plan. */ lang: string }
): ComparedCell[] {
	const [old, now] = [
		{ ...emptyRow[kind], ...before },
		{ ...emptyRow[kind], ...after }
	] as Record<string, unknown>[];
	return cellsOf(kind).flatMap((cell): ComparedCell[] => {
		const fields = fieldsOfCell(kind, cell);
		if (fields.every((field) => jsonInOrder(old?.[field]) === jsonInOrder(now?.[field]))) return [];
		const parts = differenceOf(cellWords(old as never, cell, reader), cellWords(now as never, cell, reader));
		return [{ cell, lang: isTyped(cell) ? lang : null, parts }];
	});
}
