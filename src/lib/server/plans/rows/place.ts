import { asc, count, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { rowsOfPart } from '#lib/model/plans/parts.ts';
import { untoldRow } from '#lib/model/plans/rows/cells.ts';
import { rowKinds, type RowKind, type RowValuesByKind } from '#lib/model/plans/rows/row.ts';
import { planLimits } from '#lib/model/plans/section.ts';
import { command } from '../../commands/command.ts';
import type { Transaction } from '../../db/client.ts';
import { planRows, rowRevisions } from '../../db/schema/plan-rows.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import { parse } from '../../platform/parse.ts';
import { newShortId } from '../../practices/short-id.ts';
import { placed } from '../placed.ts';
import { sectionToWrite } from '../sections/find.ts';
import { tellOfPlan } from '../tell.ts';
import { rowToWrite } from './find.ts';
import { someOfRow } from './input.ts';
import { holdRowToKnown } from './known.ts';
import { writeTyped } from './typed.ts';

const which = z.object({ id: z.uuid() });

/** Ids of a section's rows in their order, retired ones at their places. */
async function order(tx: Transaction, section: string): Promise<string[]> {
	const rows = await tx
		.select({ id: planRows.id })
		.from(planRows)
		.where(eq(planRows.sectionId, section))
		.orderBy(asc(planRows.position), asc(planRows.id));
	return rows.map(({ id }) => id);
}

async function write(tx: Transaction, ids: string[]): Promise<void> {
	await tx.execute(sql`
		update plan_rows set position = place - 1 from unnest(${sql.param(ids)}::uuid[]) with ordinality as at(id, place)
		where plan_rows.id = at.id and position <> place - 1`);
}

/** A row of the kind that stands in a section, behind another one or in the first place. @throws NotFound, Forbidden, Invalid */
export const addRow = command({
	name: 'row.add',
	input: z.object({
		section: z.uuid(),
		after: z.uuid().nullable(),
		kind: z.enum(rowKinds),
		values: z.record(z.string(), z.unknown())
	}),
	async run(tx, context) {
		const { actor, commandId: id, input, now } = context;
		const { kind, after } = input;
		const { section, plan, by } = await sectionToWrite(tx, actor, input.section);
		if (rowsOfPart(section.part) !== kind) throw new Invalid([{ field: 'kind', code: 'not_here' }]);
		const sent: Partial<RowValuesByKind[RowKind]> = parse(z.object({ values: someOfRow[kind] }), { values: input.values }).values;
		const values = { ...untoldRow[kind], ...sent };
		await holdRowToKnown(tx, { actor, plan: plan.id }, values);
		const [there] = await tx.select({ rows: count() }).from(planRows).where(eq(planRows.planId, plan.id));
		if ((there?.rows ?? 0) >= planLimits.rows) throw new Invalid([{ field: 'section', code: 'too_many' }]);
		const all = await order(tx, section.id);
		const ordered = placed([...all, id], id, after);
		await tx.insert(planRows).values({
			id,
			planId: plan.id,
			sectionId: section.id,
			kind,
			shortId: newShortId(),
			position: all.length,
			n: 1,
			changedAt: now
		});
		await tx.insert(rowRevisions).values({ rowId: id, n: 1, values, authorId: by, at: now });
		await writeTyped(tx, kind, id, values);
		await write(tx, ordered);
		const payload = { id, section: section.id, kind, after };
		return tellOfPlan(tx, context, { plan, by, id, event: { name: 'row.added', payload } });
	}
});

/** @throws NotFound, Forbidden */
export const moveRow = command({
	name: 'row.move',
	input: which.extend({ after: z.uuid().nullable() }),
	async run(tx, context) {
		const { id, after } = context.input;
		const { row, plan, by } = await rowToWrite(tx, context.actor, id);
		await write(tx, placed(await order(tx, row.sectionId), id, after));
		const payload = { id, section: row.sectionId, after };
		return tellOfPlan(tx, context, { plan, by, id, event: { name: 'row.moved', payload } });
	}
});

/** Takes a row out of the plan. What it said, and since when, stays where it is asked for. @throws NotFound, Forbidden, Conflict */
export const retireRow = command({
	name: 'row.retire',
	input: which,
	async run(tx, context) {
		const { id } = context.input;
		const { row, plan, by } = await rowToWrite(tx, context.actor, id);
		if (row.retiredAt !== null) throw new Conflict('row_retired');
		await tx.update(planRows).set({ retiredAt: context.now }).where(eq(planRows.id, id));
		const payload = { id, section: row.sectionId };
		return tellOfPlan(tx, context, { plan, by, id, event: { name: 'row.retired', payload } });
	}
});

/** @throws NotFound, Forbidden, Conflict */
export const returnRow = command({
	name: 'row.return',
	input: which,
	async run(tx, context) {
		const { id } = context.input;
		const { row, plan, by } = await rowToWrite(tx, context.actor, id);
		if (row.retiredAt === null) throw new Conflict('row_there');
		await tx.update(planRows).set({ retiredAt: null }).where(eq(planRows.id, id));
		const payload = { id, section: row.sectionId };
		return tellOfPlan(tx, context, { plan, by, id, event: { name: 'row.returned', payload } });
	}
});
