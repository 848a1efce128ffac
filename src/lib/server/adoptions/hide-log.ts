import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { noted } from '../audit/record-audit.ts';
import { command } from '../commands/command.ts';
import { adoptionLog } from '../db/schema/adoptions.ts';
import { reasonField } from '../moderation/reason.ts';
import { Conflict } from '../platform/errors.ts';
import { tellNetwork } from './tell-network.ts';
import { inLog } from './files-in-log.ts';
import { entryToChange } from './log.ts';
import { tellHidden, tellRestored } from './tell-of-entry.ts';

/**
 * A lead takes an entry of a log out of everybody's sight but its author's and the leads', and says why.
 * @throws NotFound, Forbidden, Invalid, Conflict when it is hidden already
 */
export const hideLogEntry = command({
	name: 'adoption.hideLog',
	input: z.object({ id: z.uuid(), reason: reasonField }),
	async run(tx, context) {
		const { actor, input, now } = context;
		const { row, entry, person } = await entryToChange(tx, actor, input.id, 'adoption.moderate');
		const by = person.id;
		if (entry.hiddenAt) throw new Conflict('hidden');
		const { reason } = input;
		await tx.update(adoptionLog).set({ hiddenAt: now, hiddenBy: by, hiddenReason: reason }).where(eq(adoptionLog.id, entry.id));
		const about = { subjectKind: inLog, subjectId: entry.id, networkId: row.networkId };
		await noted(tx, { at: now, actorId: by, action: 'log.hidden', reason, ...about });
		await tellHidden(tx, context, row, { entry: entry.id, by, author: entry.authorId });
		const payload = { id: row.id, entry: entry.id };
		return { ...(await tellNetwork(tx, context, row, { by, event: { name: 'adoption.relogged', payload } })), id: entry.id };
	}
});

/** Puts it back. @throws NotFound, Forbidden, Conflict when it is not hidden */
export const restoreLogEntry = command({
	name: 'adoption.restoreLog',
	input: z.object({ id: z.uuid() }),
	async run(tx, context) {
		const { actor, input, now } = context;
		const { row, entry, person } = await entryToChange(tx, actor, input.id, 'adoption.moderate');
		const by = person.id;
		if (!entry.hiddenAt) throw new Conflict('not_hidden');
		await tx.update(adoptionLog).set({ hiddenAt: null, hiddenBy: null, hiddenReason: null }).where(eq(adoptionLog.id, entry.id));
		const about = { subjectKind: inLog, subjectId: entry.id, networkId: row.networkId };
		await noted(tx, { at: now, actorId: by, action: 'log.restored', ...about });
		await tellRestored(tx, context, row, { entry: entry.id, by, author: entry.authorId });
		const payload = { id: row.id, entry: entry.id };
		return { ...(await tellNetwork(tx, context, row, { by, event: { name: 'adoption.relogged', payload } })), id: entry.id };
	}
});
