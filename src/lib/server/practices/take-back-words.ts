import { z } from 'zod';
import type { SavedPractice } from '#lib/model/practices/commands.ts';
import { authorize } from '../access/authorize.ts';
import { command } from '../commands/command.ts';
import { withFilesStillThere } from './files.ts';
import { practiceToChange, revisionOf } from './find.ts';
import { keep } from './save.ts';

/**
 * Lets a draft say again what an older revision said, as a revision of its own: what stood until now stays in the history. What
 * is published stays as it is until the changes are published. Files that are gone since are left out.
 * @throws NotFound, Forbidden
 */
export const takeBackWords = command({
	name: 'practice.takeBackWords',
	input: z.object({ id: z.uuid(), n: z.int().min(1).max(2_147_483_647) }),
	async run(tx, context): Promise<SavedPractice> {
		const { actor, input } = context;
		const row = await practiceToChange(tx, actor, input.id);
		authorize(actor, 'practice.write', { network: row.networkId, city: row.city });
		const standing = await revisionOf(tx, row.id, row.draftN);
		const values = await withFilesStillThere(tx, await revisionOf(tx, row.id, input.n));
		return { ...(await keep(tx, context, row, { standing, values, takenBack: input.n, known: true })), clashes: [] };
	}
});
