import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#lib/model/access/actor.ts';
import { keepMineInCell, mergeRow, type CellClash, type CellValues, type MergedRow } from '#lib/model/plans/rows/merge.ts';
import type { RowKind, RowValuesByKind } from '#lib/model/plans/rows/row.ts';
import { can } from '#lib/model/policy.ts';
import { planRows } from '../../db/schema/plan-rows.ts';
import { plans } from '../../db/schema/plans.ts';
import { ComputingFailed } from '../../platform/computing.ts';
import { parse } from '../../platform/parse.ts';
import type { Services } from '../../services.ts';
import { selectPlans } from '../find.ts';
import { sectionNow } from '../sections/find.ts';
import { visiblePlans } from '../visible.ts';
import { rowAt, rowUpTo } from './find.ts';
import { someOfRow } from './input.ts';

type Values = RowValuesByKind[RowKind];

/** What somebody sends of a row, and the revision from which they began. */
export interface SentRow {
	id: string;
	base: number;
	values: Record<string, unknown>;
}

/** A row as it would stand after a save that was merged into revision `n`. */
export interface PreparedRow extends MergedRow<RowKind> {
	n: number;
}

const module = 'plans/rows/merge.ts';
/** Characters of the versions of a row up to which a merge takes a few milliseconds. */
const short = 2_000;

/** The fields of a row that were sent. @throws Invalid */
export function sentFields(kind: RowKind, values: unknown): Partial<Values> {
	return parse(z.object({ values: someOfRow[kind] }), { values }).values;
}

/**
 * A save merged into the newest revision, before it is known whether that stands when it is written; null where that takes no
 * time, or for who may not write there.
 */
export async function preparedRow(services: Services, actor: Actor, sent: SentRow): Promise<PreparedRow | null> {
	const { db } = services;
	if (JSON.stringify(sent.values).length * 3 <= short) return null;
	const [row] = await db.select().from(planRows).where(eq(planRows.id, sent.id));
	if (!row || sent.base >= row.n) return null;
	const section = await sectionNow(db, row.sectionId);
	const [plan] = await selectPlans(db, and(eq(plans.id, row.planId), visiblePlans(actor)));
	if (!section || !plan) return null;
	if (!can(actor, 'section.write', { network: plan.networkId, city: plan.city, writers: section.writers })) return null;
	const values = sentFields(row.kind, sent.values);
	const [base, standing] = [await rowUpTo(db, row, sent.base), await rowAt(db, row, row.n)];
	return { n: row.n, ...(await mergedRow(services, row.kind, base, values, standing)) };
}

/** What `mergeRow` says, from another thread where that would hold up everybody. */
export async function mergedRow(
	services: Services,
	kind: RowKind,
	base: Values,
	sent: Partial<Values>,
	standing: Values
): Promise<MergedRow<RowKind>> {
	if (isShort(base, sent, standing)) return mergeRow(kind, base, sent, standing);
	return apart(
		services,
		() => services.computing.run<typeof mergeRow<RowKind>>({ module, name: 'mergeRow' }, kind, base, sent, standing),
		() => mergeRow(kind, base, sent, standing, { whole: true })
	);
}

/** What `keepMineInCell` says, in the same way. */
export async function keptMine(services: Services, clash: Omit<CellClash, 'cell'>, standing: CellValues): Promise<CellValues> {
	if (isShort(clash, standing)) return keepMineInCell(clash, standing);
	return apart(
		services,
		() => services.computing.run<typeof keepMineInCell>({ module, name: 'keepMineInCell' }, clash, standing),
		() => clash.mine
	);
}

const isShort = (...said: unknown[]): boolean => JSON.stringify(said).length <= short;

async function apart<Result>({ log }: Services, run: () => Promise<Result>, instead: () => Result): Promise<Result> {
	try {
		return await run();
	} catch (err) {
		if (!(err instanceof ComputingFailed)) throw err;
		log.error({ err }, 'a row could not be merged');
		return instead();
	}
}
