import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { draftStream, practiceStream } from '#lib/model/practices/practice.ts';
import { authorize } from '../access/authorize.ts';
import { command, type Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { practiceFacets, practices } from '../db/schema/practices.ts';
import { record } from '../events/record.ts';
import { Conflict } from '../platform/errors.ts';
import { writeFacets } from './facets.ts';
import { practiceToChange, revisionOf, type PracticeRow } from './find.ts';

const one = z.object({ id: z.uuid() });

/** Both streams are told, the draft's first: two that do so wait for each other in one order. */
async function tell(
	tx: Transaction,
	{ now, recorded }: Pick<Context<unknown>, 'now' | 'recorded'>,
	{ row, by, name }: { row: PracticeRow; by: string; name: 'practice.archived' | 'practice.reopened' }
) {
	const { id } = row;
	const event = { name, payload: { id } };
	const placed = await record(tx, { stream: draftStream(id), actorId: by, at: now, event });
	recorded(placed);
	if (row.stream !== null) recorded(await record(tx, { stream: practiceStream(id), actorId: by, at: now, event }));
	return { id, seq: placed.seq };
}

/** Offers an entry no longer; who has its address still reads it, and nothing is lost. @throws NotFound, Forbidden, Conflict */
export const archivePractice = command({
	name: 'practice.archive',
	input: one,
	async run(tx, context) {
		const row = await practiceToChange(tx, context.actor, context.input.id);
		const by = authorize(context.actor, 'practice.archive', { network: row.networkId, city: row.city }).id;
		if (row.state === 'archived' || row.state === 'submitted') throw new Conflict('practice_state', row.state);
		await tx.update(practices).set({ state: 'archived' }).where(eq(practices.id, row.id));
		await tx.delete(practiceFacets).where(eq(practiceFacets.practiceId, row.id));
		return tell(tx, context, { row, by, name: 'practice.archived' });
	}
});

/** Takes an archived entry up again: as published if it was, else as a draft. @throws NotFound, Forbidden, Conflict */
export const reopenPractice = command({
	name: 'practice.reopen',
	input: one,
	async run(tx, context) {
		const row = await practiceToChange(tx, context.actor, context.input.id);
		const by = authorize(context.actor, 'practice.archive', { network: row.networkId, city: row.city }).id;
		if (row.state !== 'archived') throw new Conflict('practice_state', row.state);
		const { publishedN, publishedAt, changedAt } = row;
		const state = publishedN === null ? 'draft' : 'published';
		await tx.update(practices).set({ state }).where(eq(practices.id, row.id));
		if (publishedN !== null && publishedAt !== null && changedAt !== null)
			await writeFacets(tx, { ...row, publishedAt, changedAt }, await revisionOf(tx, row.id, publishedN));
		return tell(tx, context, { row, by, name: 'practice.reopened' });
	}
});

/** A success story becomes a full entry; what it says stays where it is. @throws NotFound, Forbidden, Conflict */
export const growPractice = command({
	name: 'practice.grow',
	input: one,
	async run(tx, { actor, input, now, recorded }) {
		const row = await practiceToChange(tx, actor, input.id);
		const by = authorize(actor, 'practice.write', { network: row.networkId, city: row.city }).id;
		const { id } = row;
		if (row.form === 'entry') throw new Conflict('practice_state', row.form);
		await tx.update(practices).set({ form: 'entry' }).where(eq(practices.id, id));
		const event = await record(tx, {
			stream: draftStream(id),
			actorId: by,
			at: now,
			event: { name: 'practice.grown', payload: { id } }
		});
		recorded(event);
		return { id, seq: event.seq };
	}
});
