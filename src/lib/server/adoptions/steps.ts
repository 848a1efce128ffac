import { count, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { adoptionLimits, stages, type StepKind } from '#lib/model/adoptions/stages.ts';
import { command } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { adoptions, adoptionSteps } from '../db/schema/adoptions.ts';
import { Conflict } from '../platform/errors.ts';
import { saysSomething, typedLine } from '../platform/typed.ts';
import { tellNetwork, asItStands } from './tell-network.ts';
import { adoptionToChange } from './find.ts';
import { lookAfter, pairOf, practiceToAdopt } from './pair.ts';
import { tellOwner } from './tell.ts';

async function step(
	tx: Transaction,
	id: string,
	{ kind, note, by, at }: { kind: StepKind; note: string; by: string; at: Date }
): Promise<void> {
	const [before] = await tx.select({ times: count() }).from(adoptionSteps).where(eq(adoptionSteps.adoptionId, id));
	await tx.insert(adoptionSteps).values({ adoptionId: id, number: (before?.times ?? 0) + 1, kind, note, by, at });
}

/**
 * A city says that a practice interests it. Said again, or by two at once, it is one adoption.
 * @throws NotFound, Forbidden, Conflict `practice_state`
 */
export const markInterest = command({
	name: 'adoption.mark',
	input: z.object({ id: z.uuid(), city: z.string().max(20) }),
	async run(tx, context) {
		const { actor, input, now } = context;
		const { practice, person } = await practiceToAdopt(tx, actor, input);
		const by = person.id;
		const row = await pairOf(tx, context, { practice, city: input.city, by });
		if (row.stage !== null) return asItStands(tx, row);
		const { id } = row;
		await tx.update(adoptions).set({ stage: 'interested', stageAt: now }).where(eq(adoptions.id, id));
		await step(tx, id, { kind: 'interested', note: '', by, at: now });
		await lookAfter(tx, context, row, { partner: row.partnerId, people: [by] });
		const marked = { ...row, stage: 'interested' as const };
		const placed = await tellNetwork(tx, context, marked, { by, event: { name: 'adoption.marked', payload: { id } } });
		await tellOwner(tx, context, row, { seq: placed.seq, by });
		return placed;
	}
});

/**
 * An adoption comes to a stage, forward or back, or says better where it is; what was stopped is taken up.
 * @throws NotFound, Forbidden, Invalid, Conflict `adoption_state` where the city has only asked
 */
export const moveAdoption = command({
	name: 'adoption.move',
	input: z.object({ id: z.uuid(), stage: z.enum(stages), note: typedLine(adoptionLimits.note) }),
	async run(tx, context) {
		const { actor, input, now } = context;
		const { row, person } = await adoptionToChange(tx, actor, input.id, 'adoption.write');
		const [id, by] = [row.id, person.id];
		const { stage, note } = input;
		const comes = stage !== row.stage || row.stoppedAt !== null;
		if (!comes && (note === '' || note === (await newestNote(tx, id)))) return asItStands(tx, row);
		const stageAt = comes ? now : row.stageAt;
		await tx.update(adoptions).set({ stage, stageAt, stoppedAt: null, stoppedReason: null }).where(eq(adoptions.id, id));
		await step(tx, id, { kind: stage, note, by, at: now });
		const moved = { ...row, stage, stoppedAt: null };
		const placed = await tellNetwork(tx, context, moved, { by, event: { name: 'adoption.moved', payload: { id, stage } } });
		if (comes && (stage === 'reuse' || stage === 'result')) await tellOwner(tx, context, row, { seq: placed.seq, by });
		return placed;
	}
});

async function newestNote(tx: Transaction, id: string): Promise<string | undefined> {
	const [newest] = await tx
		.select({ note: adoptionSteps.note })
		.from(adoptionSteps)
		.where(eq(adoptionSteps.adoptionId, id))
		.orderBy(desc(adoptionSteps.number))
		.limit(1);
	return newest?.note;
}

/**
 * A city goes no further, and says why; it can take it up again. @throws NotFound, Forbidden, Invalid `needed`,
 * Conflict `adoption_state` where it has stopped already, or has only asked
 */
export const stopAdoption = command({
	name: 'adoption.stop',
	input: z.object({ id: z.uuid(), reason: typedLine(adoptionLimits.reason).refine(saysSomething, 'needed') }),
	async run(tx, context) {
		const { actor, input, now } = context;
		const { row, person } = await adoptionToChange(tx, actor, input.id, 'adoption.write');
		const [id, by] = [row.id, person.id];
		if (row.stoppedAt !== null) throw new Conflict('adoption_state', 'stopped');
		const { reason } = input;
		await tx.update(adoptions).set({ stoppedAt: now, stoppedReason: reason }).where(eq(adoptions.id, id));
		await step(tx, id, { kind: 'stopped', note: reason, by, at: now });
		const stopped = { ...row, stoppedAt: now };
		const placed = await tellNetwork(tx, context, stopped, { by, event: { name: 'adoption.stopped', payload: { id } } });
		await tellOwner(tx, context, row, { seq: placed.seq, by });
		return placed;
	}
});
