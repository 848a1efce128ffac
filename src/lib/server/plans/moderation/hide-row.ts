import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Placed } from '#lib/model/command.ts';
import { noted } from '../../audit/record-audit.ts';
import { command } from '../../commands/command.ts';
import { planRows } from '../../db/schema/plan-rows.ts';
import { reasonField } from '../../moderation/reason.ts';
import { Conflict } from '../../platform/errors.ts';
import { tellOfPlan } from '../tell.ts';
import { tellModerated } from '../tell-people.ts';
import { rowToModerate } from './find.ts';

/**
 * A lead takes a row out of everybody's sight but that of its city and the leads, and says why. Events carry none of its words.
 * @throws NotFound, Forbidden, Invalid, Conflict when it is hidden already
 */
export const hideRow = command({
	name: 'row.hide',
	input: z.object({ id: z.uuid(), reason: reasonField }),
	async run(tx, context): Promise<Placed> {
		const { actor, input, now } = context;
		const { id, reason } = input;
		const { row, plan, by } = await rowToModerate(tx, actor, id);
		if (row.hiddenAt) throw new Conflict('hidden');
		await tx.update(planRows).set({ hiddenAt: now, hiddenBy: by, hiddenReason: reason }).where(eq(planRows.id, id));
		const about = { subjectKind: 'plan-row', subjectId: id, networkId: plan.networkId };
		await noted(tx, { at: now, actorId: by, action: 'row.hidden', reason, ...about });
		const payload = { id, section: row.sectionId };
		const placed = await tellOfPlan(tx, context, { plan, by, id, event: { name: 'row.hidden', payload } });
		await tellModerated(tx, context, { plan, by, seq: placed.seq });
		return placed;
	}
});

/** Puts it back. @throws NotFound, Forbidden, Conflict when it is not hidden */
export const restoreRow = command({
	name: 'row.restore',
	input: z.object({ id: z.uuid() }),
	async run(tx, context): Promise<Placed> {
		const { actor, input, now } = context;
		const { id } = input;
		const { row, plan, by } = await rowToModerate(tx, actor, id);
		if (!row.hiddenAt) throw new Conflict('not_hidden');
		await tx.update(planRows).set({ hiddenAt: null, hiddenBy: null, hiddenReason: null }).where(eq(planRows.id, id));
		const about = { subjectKind: 'plan-row', subjectId: id, networkId: plan.networkId };
		await noted(tx, { at: now, actorId: by, action: 'row.restored', ...about });
		const payload = { id, section: row.sectionId };
		const placed = await tellOfPlan(tx, context, { plan, by, id, event: { name: 'row.restored', payload } });
		await tellModerated(tx, context, { plan, by, seq: placed.seq });
		return placed;
	}
});
