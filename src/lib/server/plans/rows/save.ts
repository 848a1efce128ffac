import { z } from 'zod';
import type { SavedRow, SettledRow } from '#lib/model/plans/commands.ts';
import { fieldsOfCell } from '#lib/model/plans/rows/cells.ts';
import { cellIn, type CellValues } from '#lib/model/plans/rows/merge.ts';
import type { RowKind, RowValuesByKind } from '#lib/model/plans/rows/row.ts';
import { saysTheSame } from '#lib/model/practices/merge.ts';
import { command } from '../../commands/command.ts';
import { Conflict, NotFound } from '../../platform/errors.ts';
import { keepCellAside, takeClash } from './clashes.ts';
import { rowAt, rowToWrite, rowUpTo } from './find.ts';
import { anyCell } from './input.ts';
import { keepRow } from './keep.ts';
import { holdRowToKnown } from './known.ts';
import { keptMine, mergedRow, preparedRow, sentFields } from './merging.ts';

type Values = RowValuesByKind[RowKind];

const which = z.object({ id: z.uuid() });
const revision = z.int().min(1);

/** A row with other words in one of its cells. */
const withCell = (values: Values, cell: CellValues): Values => ({ ...values, ...cell });

/**
 * Keeps the cells of a row that somebody changed since the revision that they began from; what others wrote meanwhile stays.
 * Where both changed one cell, what stands stays and the other side is kept beside it until one is chosen.
 * @throws NotFound, Forbidden, Invalid
 */
export const saveRow = command({
	name: 'row.save',
	// The row says what fields it may have.
	input: which.extend({ base: revision, values: z.record(z.string(), z.unknown()) }),
	prepare: preparedRow,
	async run(tx, context, ready): Promise<SavedRow> {
		const { actor, input, services, now: at } = context;
		const { row, plan, by } = await rowToWrite(tx, actor, input.id);
		const { kind } = row;
		const sent = sentFields(kind, input.values);
		let standing = await rowAt(tx, row, row.n);
		const base = input.base >= row.n ? standing : await rowUpTo(tx, row, input.base);
		const written = { ...base, ...sent };
		await holdRowToKnown(tx, { actor, plan: plan.id }, written, [base, standing]);
		// Where another save came between, it is merged once more; from here on none can.
		const { values, clashes } = ready?.n === row.n ? ready : await mergedRow(services, kind, base, sent, standing);
		let now = row;
		for (const clash of clashes) {
			// What waited there before stays in the history.
			const before = await takeClash(tx, { row: row.id, cell: clash.cell, by });
			if (before && !saysTheSame(before.mine, clash.mine)) {
				const aside = withCell(standing, before.mine);
				now = { ...now, n: (await keepRow(tx, context, { row: now, plan, by, standing, values: aside })).n };
				standing = aside;
			}
			await keepCellAside(tx, { row: row.id, by, at, clash });
		}
		const kept = await keepRow(tx, context, { row: now, plan, by, standing, values });
		return { ...kept, merged: !saysTheSame(values, written), clashes: clashes.map(({ cell }) => cell) };
	}
});

/**
 * Chooses one side of a clash of one's own. The side that is not chosen stays in the history, as a revision.
 * @throws NotFound, Forbidden
 */
export const settleRow = command({
	name: 'row.settle',
	input: which.extend({ cell: anyCell, keep: z.enum(['mine', 'theirs']) }),
	async run(tx, context): Promise<SettledRow> {
		const { id, cell, keep } = context.input;
		const { row, plan, by } = await rowToWrite(tx, context.actor, id);
		if (fieldsOfCell(row.kind, cell).length === 0) throw new NotFound();
		const clash = await takeClash(tx, { row: id, cell, by });
		if (!clash) throw new NotFound();
		const standing = await rowAt(tx, row, row.n);
		const written = withCell(standing, clash.mine);
		const values =
			keep === 'theirs' ? standing : withCell(standing, await keptMine(context.services, clash, cellIn(row.kind, cell, standing)));
		const aside = await keepRow(tx, context, { row, plan, by, standing, values: written });
		const settled = await keepRow(tx, context, { row: { ...row, n: aside.n }, plan, by, standing: written, values });
		return { ...settled, merged: true, clashes: [], asWritten: aside.n };
	}
});

/** A row says again what an older revision said; what it says now stays in its history. @throws NotFound, Forbidden, Conflict */
export const takeBackRow = command({
	name: 'row.takeBack',
	input: which.extend({ n: revision }),
	async run(tx, context): Promise<SavedRow> {
		const { id, n } = context.input;
		const { row, plan, by } = await rowToWrite(tx, context.actor, id);
		if (n >= row.n) throw new Conflict('row_says_so', row.n);
		const standing = await rowAt(tx, row, row.n);
		const values = await rowAt(tx, row, n);
		const kept = await keepRow(tx, context, { row, plan, by, standing, values, takenBack: n });
		return { ...kept, merged: false, clashes: [] };
	}
});
