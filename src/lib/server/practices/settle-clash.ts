import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { isPracticeField } from '#lib/model/practices/fields.ts';
import type { SavedPractice } from '#lib/model/practices/commands.ts';
import type { PracticeField } from '#lib/model/practices/values.ts';
import { authorize } from '../access/authorize.ts';
import { command } from '../commands/command.ts';
import { practiceClashes } from '../db/schema/practices.ts';
import { NotFound } from '../platform/errors.ts';
import { practiceToChange, revisionOf } from './find.ts';
import { keep } from './save.ts';

export const field = z.custom<PracticeField>((name) => typeof name === 'string' && isPracticeField(name), 'no_field');

/** Chooses one side of a clash of one's own; the other one stays in the history. @throws NotFound, Forbidden */
export const settleClash = command({
	name: 'practice.settleClash',
	input: z.object({ id: z.uuid(), field, keep: z.enum(['mine', 'theirs']) }),
	async run(tx, context): Promise<SavedPractice> {
		const { actor, input } = context;
		const row = await practiceToChange(tx, actor, input.id);
		const person = authorize(actor, 'practice.write', { network: row.networkId, city: row.city });
		const [clash] = await tx
			.delete(practiceClashes)
			.where(
				and(eq(practiceClashes.practiceId, row.id), eq(practiceClashes.field, input.field), eq(practiceClashes.authorId, person.id))
			)
			.returning();
		if (!clash) throw new NotFound();
		const standing = await revisionOf(tx, row.id, row.draftN);
		const mine = { ...standing, [input.field]: clash.mine.value };
		if (input.keep === 'mine') return { ...(await keep(tx, context, row, { standing, values: mine })), clashes: [] };
		// What is not chosen stays in the history: as a revision, and the one that stands after it.
		const aside = await keep(tx, context, row, { standing, values: mine });
		return { ...(await keep(tx, context, { ...row, draftN: aside.n }, { standing: mine, values: standing })), clashes: [] };
	}
});
