import { differenceOf } from '#lib/model/documents/difference.ts';
import { jsonInOrder } from '#lib/model/in-order.ts';
import type { ComparedCell } from '#lib/model/plans/versions/compared.ts';
import { cellsOf, untoldRow, fieldsOfCell, isTyped } from '#lib/model/plans/rows/cells.ts';
import type { RowKind, RowValuesByKind } from '#lib/model/plans/rows/row.ts';
import { cellWords, type CellsIn } from '#lib/i18n/plan-cells.ts';

type Values = RowValuesByKind[RowKind];

/** Every cell in which a row differs, word by word, in the order of the form; null is a row that is not there. */
export function rowDifference(
	kind: RowKind,
	before: Values | null,
	after: Values | null,
	{ lang, ...reader }: CellsIn & { /** Language of the plan. */ lang: string }
): ComparedCell[] {
	const [old, now] = [
		{ ...untoldRow[kind], ...before },
		{ ...untoldRow[kind], ...after }
	] as Record<string, unknown>[];
	return cellsOf(kind).flatMap((cell): ComparedCell[] => {
		const fields = fieldsOfCell(kind, cell);
		if (fields.every((field) => jsonInOrder(old?.[field]) === jsonInOrder(now?.[field]))) return [];
		const parts = differenceOf(
			cellWords(kind, cell, old as unknown as Values, reader),
			cellWords(kind, cell, now as unknown as Values, reader)
		);
		return [{ cell, lang: isTyped(cell) ? lang : null, parts }];
	});
}
