import { and, desc, eq, lte } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { untoldRow } from '#lib/model/plans/rows/cells.ts';
import type { RowKind, RowValuesByKind } from '#lib/model/plans/rows/row.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { planRows, rowRevisions } from '../../db/schema/plan-rows.ts';
import { NotFound } from '../../platform/errors.ts';
import type { FoundPlan } from '../find.ts';
import { sectionToWrite } from '../sections/find.ts';

export type FoundRow = typeof planRows.$inferSelect;
type Values = RowValuesByKind[RowKind];

/**
 * A row in which this actor writes; its section is locked until the end of the command. Retired rows too: what is typed while a
 * row is retired is kept.
 * @throws NotFound, Forbidden
 */
export async function rowToWrite(tx: Transaction, actor: Actor, id: string): Promise<{ row: FoundRow; plan: FoundPlan; by: string }> {
	const [known] = await tx.select({ section: planRows.sectionId }).from(planRows).where(eq(planRows.id, id));
	if (!known) throw new NotFound();
	const { plan, by } = await sectionToWrite(tx, actor, known.section);
	const [row] = await tx.select().from(planRows).where(eq(planRows.id, id));
	if (!row) throw new NotFound();
	return { row, plan, by };
}

const said = (kind: RowKind, values: Values): Values => ({ ...untoldRow[kind], ...values });

/** What a revision of a row says. @throws NotFound */
export async function rowAt(db: Database | Transaction, { id, kind }: Pick<FoundRow, 'id' | 'kind'>, n: number): Promise<Values> {
	const [found] = await db
		.select({ values: rowRevisions.values })
		.from(rowRevisions)
		.where(and(eq(rowRevisions.rowId, id), eq(rowRevisions.n, n)));
	if (!found) throw new NotFound();
	return said(kind, found.values);
}

/** What the newest revision up to this one says: older saves are thinned. @throws NotFound */
export async function rowUpTo(db: Database | Transaction, { id, kind }: Pick<FoundRow, 'id' | 'kind'>, n: number): Promise<Values> {
	const [found] = await db
		.select({ values: rowRevisions.values })
		.from(rowRevisions)
		.where(and(eq(rowRevisions.rowId, id), lte(rowRevisions.n, n)))
		.orderBy(desc(rowRevisions.n))
		.limit(1);
	if (!found) throw new NotFound();
	return said(kind, found.values);
}
