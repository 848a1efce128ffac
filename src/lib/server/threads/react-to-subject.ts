import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Placed } from '#lib/model/command.ts';
import { reactionKinds } from '#lib/model/threads/reactions.ts';
import { authorize } from '../access/authorize.ts';
import { command } from '../commands/command.ts';
import { subjectReactions } from '../db/schema/threads.ts';
import { heardUpTo } from '../events/heard-up-to.ts';
import { record } from '../events/record.ts';
import { reactorIn } from './reactor-in.ts';
import { threadToChange } from './thread-at.ts';

/**
 * Sets or unsets a person's reaction to what a thread hangs on; one that is so already changes nothing and tells nobody.
 * The answer's `seq` is that of the event since which it is so, or of the last one where it never was otherwise.
 * @throws NotFound, Forbidden
 */
export const reactToSubject = command({
	name: 'thread.reactToSubject',
	input: z.object({ stream: z.string().max(100), kind: z.enum(reactionKinds), on: z.boolean() }),
	async run(tx, { actor, input: { stream, kind, on }, now, recorded }): Promise<Placed> {
		// One after the other, as the event would have it anyway.
		await tx.execute(sql`select from streams where id = ${stream} for no key update`);
		const subject = await threadToChange(tx, actor, stream);
		const person = authorize(actor, 'thread.react', { subject });
		const personId = person.id;
		const own = and(eq(subjectReactions.stream, stream), eq(subjectReactions.kind, kind), eq(subjectReactions.personId, personId));
		const [before] = await tx.select({ seq: subjectReactions.seq }).from(subjectReactions).where(own);
		const id = subject.subjectId;
		if ((before !== undefined) === on) return { id, seq: before?.seq ?? (await heardUpTo(tx, stream)).seq };
		const by = reactorIn(person, subject.network);
		const event = await record(tx, {
			stream,
			actorId: personId,
			at: now,
			event: { name: 'subject.reacted', payload: { kind, by, on } }
		});
		if (on) await tx.insert(subjectReactions).values({ stream, kind, personId, city: by.city, seq: event.seq });
		else await tx.delete(subjectReactions).where(own);
		recorded(event);
		return { id, seq: event.seq };
	}
});
