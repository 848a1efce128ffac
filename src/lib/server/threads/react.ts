import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Placed } from '#lib/model/command.ts';
import { reactionKinds } from '#lib/model/threads/reactions.ts';
import { command } from '../commands/command.ts';
import { postReactions } from '../db/schema/threads.ts';
import { record } from '../events/record.ts';
import { loggedNames } from './logged-names.ts';
import { postToChange } from './post-to-change.ts';
import { reactorIn } from './reactor-in.ts';

/**
 * Sets or unsets a person's reaction to a post; one that is so already changes nothing and tells nobody.
 * The answer's `seq` is that of the event since which it is so.
 */
export const react = command({
	name: loggedNames.react,
	input: z.object({ id: z.uuid(), kind: z.enum(reactionKinds), on: z.boolean() }),
	async run(tx, { actor, input: { id, kind, on }, now, recorded }): Promise<Placed> {
		const { post, thread, person } = await postToChange(tx, actor, id, 'post.react');
		const by = reactorIn(person, thread.network);
		const own = and(eq(postReactions.postId, id), eq(postReactions.kind, kind), eq(postReactions.personId, person.id));
		const [before] = await tx.select({ seq: postReactions.seq }).from(postReactions).where(own);
		if ((before !== undefined) === on) return { id, seq: before?.seq ?? post.seq };
		const event = await record(tx, {
			stream: thread.stream,
			actorId: person.id,
			at: now,
			event: { name: 'post.reacted', payload: { id, kind, by, on } }
		});
		if (on) await tx.insert(postReactions).values({ postId: id, kind, personId: person.id, city: by.city, seq: event.seq });
		else await tx.delete(postReactions).where(own);
		recorded(event);
		return { id, seq: event.seq };
	}
});
