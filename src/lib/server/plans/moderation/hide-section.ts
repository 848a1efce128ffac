import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Placed } from '#lib/model/command.ts';
import { noted } from '../../audit/record-audit.ts';
import { command } from '../../commands/command.ts';
import { planSections } from '../../db/schema/plan-sections.ts';
import { reasonField } from '../../moderation/reason.ts';
import { Conflict } from '../../platform/errors.ts';
import { tellOfPlan } from '../tell.ts';
import { tellModerated } from '../tell-people.ts';
import { eraseSectionWords } from './erase-words.ts';
import { sectionToModerate } from './find.ts';

/**
 * A lead takes a section out of everybody's sight but that of its city and the leads, and says why. Its words leave the recorded
 * events too, so that no replay brings them back.
 * @throws NotFound, Forbidden, Invalid, Conflict when it is hidden already
 */
export const hideSection = command({
	name: 'section.hide',
	input: z.object({ id: z.uuid(), reason: reasonField }),
	async run(tx, context): Promise<Placed> {
		const { actor, input, now } = context;
		const { id, reason } = input;
		const { section, plan, by } = await sectionToModerate(tx, actor, id);
		if (section.hiddenAt) throw new Conflict('hidden');
		await tx.update(planSections).set({ hiddenAt: now, hiddenBy: by, hiddenReason: reason }).where(eq(planSections.id, id));
		await eraseSectionWords(tx, section);
		const about = { subjectKind: 'plan-section', subjectId: id, networkId: plan.networkId };
		await noted(tx, { at: now, actorId: by, action: 'section.hidden', reason, ...about });
		const placed = await tellOfPlan(tx, context, { plan, by, id, event: { name: 'section.hidden', payload: { id } } });
		await tellModerated(tx, context, { plan, by, seq: placed.seq });
		return placed;
	}
});

/** Puts it back. @throws NotFound, Forbidden, Conflict when it is not hidden */
export const restoreSection = command({
	name: 'section.restore',
	input: z.object({ id: z.uuid() }),
	async run(tx, context): Promise<Placed> {
		const { actor, input, now } = context;
		const { id } = input;
		const { section, plan, by } = await sectionToModerate(tx, actor, id);
		if (!section.hiddenAt) throw new Conflict('not_hidden');
		await tx.update(planSections).set({ hiddenAt: null, hiddenBy: null, hiddenReason: null }).where(eq(planSections.id, id));
		const about = { subjectKind: 'plan-section', subjectId: id, networkId: plan.networkId };
		await noted(tx, { at: now, actorId: by, action: 'section.restored', ...about });
		const placed = await tellOfPlan(tx, context, { plan, by, id, event: { name: 'section.restored', payload: { id } } });
		await tellModerated(tx, context, { plan, by, seq: placed.seq });
		return placed;
	}
});
