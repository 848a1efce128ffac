import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { isPracticeField } from '#lib/model/practices/fields.ts';
import type { SettledClash } from '#lib/model/practices/commands.ts';
import { keepMine } from '#lib/model/practices/merge.ts';
import type { PracticeField, PracticeValues } from '#lib/model/practices/values.ts';
import { authorize } from '../access/authorize.ts';
import { command } from '../commands/command.ts';
import { practiceClashes } from '../db/schema/practices.ts';
import { NotFound } from '../platform/errors.ts';
import { withFilesStillThere } from './files.ts';
import { practiceToChange, revisionOf } from './find.ts';
import { keep } from './save.ts';

export const field = z.custom<PracticeField>((name) => typeof name === 'string' && isPracticeField(name), 'no_field');

/** What a clash can be in: the language of an entry too. */
const clashed = z.custom<keyof PracticeValues>(
	(name) => typeof name === 'string' && (name === 'lang' || isPracticeField(name)),
	'no_field'
);

/**
 * Chooses one side of a clash of one's own, where both wrote: what only one of them changed stands either way. The side that is
 * not chosen stays in the history.
 * @throws NotFound, Forbidden
 */
export const settleClash = command({
	name: 'practice.settleClash',
	input: z.object({ id: z.uuid(), field: clashed, keep: z.enum(['mine', 'theirs']) }),
	async run(tx, context): Promise<SettledClash> {
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
		const { value, sides } = clash.mine;
		const standing = await revisionOf(tx, row.id, row.draftN);
		const chosen = input.keep === 'mine' && sides ? keepMine({ field: input.field, ...sides }, standing) : value;
		const written = await withFilesStillThere(tx, { ...standing, [input.field]: value });
		const values = input.keep === 'theirs' ? standing : await withFilesStillThere(tx, { ...standing, [input.field]: chosen });
		// What was written stands in the history too, as a revision of its own where another one stands after it. Its files were
		// let in when it came: those that were new by that save, the others before.
		const aside = await keep(tx, context, row, { standing, values: written, known: true });
		const settled = await keep(tx, context, { ...row, draftN: aside.n }, { standing: written, values, known: true });
		return { ...settled, clashes: [], asWritten: aside.n };
	}
});
