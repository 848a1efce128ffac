import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { mergeValues, saysTheSame } from '#lib/model/practices/merge.ts';
import type { SavedPractice } from '#lib/model/practices/commands.ts';
import { draftStream } from '#lib/model/practices/practice.ts';
import type { PracticeValues } from '#lib/model/practices/values.ts';
import { slugOf } from '#lib/model/slug.ts';
import { authorize } from '../access/authorize.ts';
import { command, type Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { practiceClashes, practiceRevisions, practices } from '../db/schema/practices.ts';
import { heardUpTo } from '../events/heard-up-to.ts';
import { record } from '../events/record.ts';
import { holdAgain, holdDraftFiles } from './files.ts';
import { practiceToChange, revisionOf, revisionUpTo, type PracticeRow } from './find.ts';
import { someValues } from './input.ts';
import { holdToKnown } from './known-names.ts';

/**
 * Keeps what somebody changed in a draft since the revision that they began from. What others changed meanwhile stays;
 * where both wrote something else in one place, what stands stays and the other side is kept beside it until one is chosen.
 * @throws NotFound, Forbidden, Invalid
 */
export const savePractice = command({
	name: 'practice.save',
	input: z.object({ id: z.uuid(), base: z.int().min(1), values: someValues }),
	async run(tx, context): Promise<SavedPractice> {
		const { actor, input, now } = context;
		const row = await practiceToChange(tx, actor, input.id);
		const person = authorize(actor, 'practice.write', { network: row.networkId, city: row.city });
		const standing = await revisionOf(tx, row.id, row.draftN);
		const base = input.base >= row.draftN ? standing : await revisionUpTo(tx, row.id, input.base);
		await holdToKnown(tx, { network: row.networkId, city: row.city, now }, input.values, [base, standing]);
		const { values, clashes } = mergeValues(base, input.values, standing);
		for (const { field, mine: value, ...sides } of clashes) {
			const mine = { value, sides };
			await tx
				.insert(practiceClashes)
				.values({ practiceId: row.id, field, authorId: person.id, mine, at: now })
				.onConflictDoUpdate({
					target: [practiceClashes.practiceId, practiceClashes.field, practiceClashes.authorId],
					set: { mine, at: now }
				});
		}
		const saved = await keep(tx, context, row, { standing, values });
		return { ...saved, clashes: clashes.map(({ field }) => field) };
	}
});

interface Kept {
	standing: PracticeValues;
	values: PracticeValues;
	/** The older revision whose words come back. */
	takenBack?: number;
	/** Whether its files were let in before: then they are not asked about again. */
	known?: boolean;
}

/** Writes a revision, if it says something else than the one before; else nothing is recorded. */
export async function keep(
	tx: Transaction,
	{ actor, now, recorded }: Pick<Context<unknown>, 'actor' | 'now' | 'recorded'>,
	row: PracticeRow,
	{ standing, values, takenBack, known = false }: Kept
): Promise<Omit<SavedPractice, 'clashes'>> {
	const { id, networkId: network, publishedN } = row;
	const stream = draftStream(id);
	const fields = changedFields(standing, values);
	if (fields.length === 0) return { id, seq: (await heardUpTo(tx, stream)).seq, n: row.draftN };
	const by = actor.kind === 'person' ? actor.id : row.begunBy;
	const n = row.draftN + 1;
	await tx.insert(practiceRevisions).values({ practiceId: id, n, values, authorId: by, at: now, takenBack: takenBack ?? null });
	// Before it is published the address follows the title; afterwards the published one.
	const slug = publishedN === null ? slugOf(values.title) : row.slug;
	await tx.update(practices).set({ draftN: n, slug }).where(eq(practices.id, id));
	if (fields.includes('files')) {
		await (known ? holdAgain : holdDraftFiles)(tx, { id, network, values, ownerId: by, at: now });
	}
	const payload = { id, n, fields, ...(takenBack && { takenBack }) };
	const event = await record(tx, { stream, actorId: by, at: now, event: { name: 'practice.saved', payload } });
	recorded(event);
	return { id, seq: event.seq, n };
}

function changedFields(before: PracticeValues, after: PracticeValues): (keyof PracticeValues)[] {
	const all = Object.keys(after) as (keyof PracticeValues)[];
	return all.filter((field) => !saysTheSame(before[field], after[field]));
}
