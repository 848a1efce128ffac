import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { PracticeEvents } from '#lib/model/practices/happened.ts';
import { neededFields } from '#lib/model/practices/fields.ts';
import { limits } from '#lib/model/practices/limits.ts';
import { draftStream, type PracticeState } from '#lib/model/practices/practice.ts';
import { isTold } from '#lib/model/practices/values.ts';
import { authorize } from '../access/authorize.ts';
import { command, type Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { practiceRounds, practices } from '../db/schema/practices.ts';
import { record } from '../events/record.ts';
import { Conflict, Invalid, NotFound } from '../platform/errors.ts';
import { saysSomething, typedText } from '../platform/typed.ts';
import { practiceToChange, revisionOf, type PracticeRow } from './find.ts';
import { publish } from './publish.ts';
import { field } from './settle-clash.ts';
import { finishAsked, tellCity, tellLeads } from './tell.ts';

/** @throws Conflict `practice_state` where the entry stands elsewhere than the person saw */
function standsAt(row: PracticeRow, ...states: PracticeState[]): void {
	if (!states.includes(row.state)) throw new Conflict('practice_state', row.state);
}

async function newestRound(tx: Transaction, practiceId: string) {
	const [round] = await tx
		.select()
		.from(practiceRounds)
		.where(eq(practiceRounds.practiceId, practiceId))
		.orderBy(desc(practiceRounds.number))
		.limit(1);
	return round;
}

type RoundEvent = 'practice.submitted' | 'practice.withdrawn' | 'practice.returned' | 'practice.approved';

async function moved<Name extends RoundEvent>(
	tx: Transaction,
	{ now, recorded }: Pick<Context<unknown>, 'now' | 'recorded'>,
	{ row, by, name, round, state }: { row: PracticeRow; by: string; name: Name; round: number; state?: PracticeState }
) {
	const { id } = row;
	if (state) await tx.update(practices).set({ state }).where(eq(practices.id, id));
	const payload: PracticeEvents[RoundEvent] = { id, round };
	const event = await record(tx, { stream: draftStream(id), actorId: by, at: now, event: { name, payload } });
	recorded(event);
	return { id, seq: event.seq };
}

/** Asks the leads to publish a draft. @throws NotFound, Forbidden, Conflict, Invalid `needed` */
export const submitPractice = command({
	name: 'practice.submit',
	input: z.object({ id: z.uuid(), n: z.int().min(1) }),
	async run(tx, context) {
		const { actor, input, now } = context;
		const row = await practiceToChange(tx, actor, input.id);
		const by = authorize(actor, 'practice.write', { network: row.networkId, city: row.city }).id;
		standsAt(row, 'draft', 'changes');
		if (input.n !== row.draftN) throw new Conflict('practice_changed', row.draftN);
		const values = await revisionOf(tx, row.id, row.draftN);
		const missing = neededFields.filter((one) => !isTold(values, one));
		if (missing.length > 0) throw new Invalid(missing.map((one) => ({ field: one, code: 'needed' })));
		const number = ((await newestRound(tx, row.id))?.number ?? 0) + 1;
		await tx.insert(practiceRounds).values({ practiceId: row.id, number, n: row.draftN, by, at: now });
		const placed = await moved(tx, context, { row, by, name: 'practice.submitted', round: number, state: 'submitted' });
		await finishAsked(tx, context, row, ['practice.returned']);
		await tellLeads(tx, context, row, placed.seq);
		return placed;
	}
});

/** Takes back what was submitted. @throws NotFound, Forbidden, Conflict when it is decided already */
export const withdrawPractice = command({
	name: 'practice.withdraw',
	input: z.object({ id: z.uuid() }),
	async run(tx, context) {
		const { actor, input, now } = context;
		const row = await practiceToChange(tx, actor, input.id);
		const by = authorize(actor, 'practice.write', { network: row.networkId, city: row.city }).id;
		standsAt(row, 'submitted');
		const round = await decide(tx, row, { outcome: 'withdrawn', decidedBy: by, decidedAt: now });
		const placed = await moved(tx, context, { row, by, name: 'practice.withdrawn', round, state: 'draft' });
		await finishAsked(tx, context, row, ['practice.submitted']);
		return placed;
	}
});

const reason = z.object({
	field: field.nullable(),
	text: typedText(limits.reason).refine(saysSomething, 'needed')
});

/**
 * A lead asks for changes, and says why.
 * @throws NotFound, Forbidden, Conflict `practice_state` when somebody decided already or it was taken back
 */
export const requestChanges = command({
	name: 'practice.requestChanges',
	input: z.object({
		id: z.uuid(),
		round: z.int().min(1),
		reasons: z
			.array(reason)
			.min(1, 'needed')
			.refine((all) => all.length <= limits.reasons, 'too_many')
	}),
	async run(tx, context) {
		const { actor, input, now } = context;
		const row = await practiceToChange(tx, actor, input.id);
		const by = authorize(actor, 'practice.decide', { network: row.networkId }).id;
		standsAt(row, 'submitted');
		const { reasons } = input;
		const round = await decide(tx, row, { outcome: 'changes', decidedBy: by, decidedAt: now, reasons }, input.round);
		const placed = await moved(tx, context, { row, by, name: 'practice.returned', round, state: 'changes' });
		await finishAsked(tx, context, row, ['practice.submitted']);
		await tellCity(tx, context, row, { seq: placed.seq, kind: 'assignment' });
		return placed;
	}
});

/**
 * A lead publishes what was submitted: that revision, whatever was written since.
 * @throws NotFound, Forbidden, Conflict `practice_state` when somebody decided already or it was taken back
 */
export const approvePractice = command({
	name: 'practice.approve',
	input: z.object({ id: z.uuid(), round: z.int().min(1) }),
	async run(tx, context) {
		const { actor, input, now } = context;
		const row = await practiceToChange(tx, actor, input.id);
		const by = authorize(actor, 'practice.decide', { network: row.networkId }).id;
		standsAt(row, 'submitted');
		const submitted = await newestRound(tx, row.id);
		if (!submitted) throw new NotFound();
		const round = await decide(tx, row, { outcome: 'approved', decidedBy: by, decidedAt: now }, input.round);
		const placed = await moved(tx, context, { row, by, name: 'practice.approved', round });
		await publish(tx, context, { row, n: submitted.n, by });
		await finishAsked(tx, context, row, ['practice.submitted', 'practice.returned']);
		await tellCity(tx, context, row, { seq: placed.seq, kind: 'decision' });
		return placed;
	}
});

/** Ends the open round. @throws Conflict when it is another one than the person saw */
async function decide(tx: Transaction, row: PracticeRow, set: Partial<typeof practiceRounds.$inferInsert>, seen?: number): Promise<number> {
	const open = await newestRound(tx, row.id);
	if (!open || open.outcome !== 'open' || (seen !== undefined && open.number !== seen)) throw new Conflict('practice_state', row.state);
	await tx
		.update(practiceRounds)
		.set(set)
		.where(and(eq(practiceRounds.practiceId, row.id), eq(practiceRounds.number, open.number)));
	return open.number;
}
