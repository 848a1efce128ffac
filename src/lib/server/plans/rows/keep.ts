import { eq } from 'drizzle-orm';
import type { Placed } from '#lib/model/command.ts';
import { streamOfPlan } from '#lib/model/plans/plan.ts';
import { cellsOf } from '#lib/model/plans/rows/cells.ts';
import { cellIn } from '#lib/model/plans/rows/merge.ts';
import type { RowKind, RowValuesByKind } from '#lib/model/plans/rows/row.ts';
import { saysTheSame } from '#lib/model/practices/merge.ts';
import type { Context } from '../../commands/command.ts';
import type { Transaction } from '../../db/client.ts';
import { planRows, rowRevisions } from '../../db/schema/plan-rows.ts';
import { heardUpTo } from '../../events/heard-up-to.ts';
import { planHead, type FoundPlan } from '../find.ts';
import { tellOfPlan } from '../tell.ts';
import type { FoundRow } from './find.ts';
import { writeTyped } from './typed.ts';

type Values = RowValuesByKind[RowKind];

interface Kept {
	row: FoundRow;
	plan: FoundPlan;
	by: string;
	standing: Values;
	values: Values;
	/** The older revision whose words come back. */
	takenBack?: number;
}

/** Writes a revision of a row, if it says something else than the one before; else nothing is recorded. */
export async function keepRow(
	tx: Transaction,
	context: Pick<Context<unknown>, 'now' | 'recorded'>,
	{ row, plan, by, standing, values, takenBack }: Kept
): Promise<Placed & { n: number }> {
	const { id, kind, sectionId: section } = row;
	const cells = cellsOf(kind).filter((cell) => !saysTheSame(cellIn(kind, cell, standing), cellIn(kind, cell, values)));
	if (cells.length === 0) return { id, seq: (await heardUpTo(tx, streamOfPlan(planHead(plan)))).seq, n: row.n };
	const n = row.n + 1;
	await tx.insert(rowRevisions).values({ rowId: id, n, values, authorId: by, at: context.now, takenBack: takenBack ?? null });
	await tx.update(planRows).set({ n, changedAt: context.now }).where(eq(planRows.id, id));
	await writeTyped(tx, kind, id, values);
	const payload = { id, section, revision: n, cells };
	return { ...(await tellOfPlan(tx, context, { plan, by, id, event: { name: 'row.saved', payload } })), n };
}
