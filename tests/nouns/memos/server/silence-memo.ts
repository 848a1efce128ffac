import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { authorize } from '#lib/server/access/authorize.ts';
import { noted } from '#lib/server/audit/record-audit.ts';
import { command } from '#lib/server/commands/command.ts';
import { record } from '#lib/server/events/record.ts';
import { reasonField } from '#lib/server/moderation/reason.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { threadToChange } from '#lib/server/threads/thread-at.ts';
import { memos } from './table.ts';

/** Takes the day of a memo away, so that nobody is reminded; a lead of its audience does, and says why. */
export const silenceMemo = command({
	name: 'memo.silence',
	input: z.object({ id: z.uuid(), reason: reasonField }),
	async run(tx, { actor, input: { id, reason }, now, recorded }) {
		const [memo] = await tx.select().from(memos).where(eq(memos.id, id)).for('no key update');
		if (!memo) throw new NotFound();
		const { stream, networkId } = memo;
		const lead = authorize(actor, 'thread.moderate', { subject: await threadToChange(tx, actor, stream) });
		await tx.update(memos).set({ remindOn: null }).where(eq(memos.id, id));
		await noted(tx, { networkId, actorId: lead.id, action: 'memo.silenced', subjectKind: 'memo', subjectId: id, reason, at: now });
		const event = { name: 'memo.dated', payload: { id, remindOn: null } } as const;
		const made = await record(tx, { stream, actorId: lead.id, at: now, event });
		recorded(made);
		return { id, seq: made.seq };
	}
});
