import { z } from 'zod';
import { command } from '#lib/server/commands/command.ts';
import { NotFound } from '#lib/server/platform/errors.ts';
import { findMemo } from './queries.ts';

/** The kind of email by which a memo is sent to who asked for it. */
export const memoCopy = 'memo.copy';

/** Sends a memo by email to the one who asks for it, as far as they may read it. */
export const mailMemo = command({
	name: 'memo.mail',
	input: z.object({ id: z.uuid() }),
	async run(tx, { actor, input: { id }, services: { db, mail }, afterwards }) {
		if (actor.kind === 'visitor') throw new NotFound();
		await findMemo(db, actor, id);
		await mail.queue(tx, { kind: memoCopy, personId: actor.id, subjectId: id });
		afterwards(() => mail.wake());
		return { id };
	}
});
