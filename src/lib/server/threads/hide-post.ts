import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Placed } from '#lib/model/command.ts';
import { notifyRestored } from '../notifications/notify-restored.ts';
import { notifyRevised } from '../notifications/notify-revised.ts';
import { command } from '../commands/command.ts';
import { posts } from '../db/schema/threads.ts';
import { setCountable } from '../events/count.ts';
import { eraseText } from '../events/erase.ts';
import { record } from '../events/record.ts';
import { reasonField } from '../moderation/reason.ts';
import { noted } from '../audit/record-audit.ts';
import { loggedNames } from './logged-names.ts';
import { postToChange } from './post-to-change.ts';
import { eventsWithText, keepText } from './texts.ts';

/**
 * Takes a post out of everybody's sight but its author's and the leads', with a reason that they read. Its text leaves
 * the recorded events too, so that no replay brings it back.
 */
export const hidePost = command({
	name: loggedNames.hidePost,
	input: z.object({ id: z.uuid(), reason: reasonField }),
	async run(tx, { actor, input: { id, reason }, now, services, recorded, afterwards }): Promise<Placed> {
		const { post, thread, person } = await postToChange(tx, actor, id, 'post.hide');
		const { network, stream } = thread;
		await tx.update(posts).set({ hiddenAt: now, hiddenBy: person.id, hiddenReason: reason }).where(eq(posts.id, id));
		await eraseText(tx, stream, await eventsWithText(tx, post));
		await setCountable(tx, { stream, seq: post.seq }, false);
		await noted(tx, {
			at: now,
			actorId: person.id,
			action: 'post.hidden',
			subjectKind: 'post',
			subjectId: id,
			networkId: network,
			reason
		});
		const event = await record(tx, {
			stream,
			actorId: person.id,
			at: now,
			event: { name: 'post.hidden', payload: { id, hiddenAt: now.toISOString() } }
		});
		recorded(event);
		afterwards(() => void notifyRevised(services, stream, post.seq));
		return { id, seq: post.seq };
	}
});

/** Puts a hidden post back; its text travels in a new event, which is erased when it is hidden again. */
export const restorePost = command({
	name: loggedNames.restorePost,
	input: z.object({ id: z.uuid() }),
	async run(tx, { actor, input: { id }, now, services, recorded, afterwards }): Promise<Placed> {
		const { post, thread, person } = await postToChange(tx, actor, id, 'post.restore');
		const { network, stream } = thread;
		const [kept] = await tx
			.update(posts)
			.set({ hiddenAt: null, hiddenBy: null, hiddenReason: null })
			.where(eq(posts.id, id))
			.returning({ doc: posts.doc, files: posts.files });
		await setCountable(tx, { stream, seq: post.seq }, true);
		await noted(tx, { at: now, actorId: person.id, action: 'post.restored', subjectKind: 'post', subjectId: id, networkId: network });
		const event = await record(tx, {
			stream,
			actorId: person.id,
			at: now,
			event: { name: 'post.restored', payload: { id, doc: kept?.doc ?? null, ...(kept?.files && { files: kept.files }) } }
		});
		await keepText(tx, post, event.seq);
		const untold = await notifyRestored(tx, { stream, seq: post.seq, now });
		recorded(event);
		afterwards(() => void notifyRevised(services, stream, post.seq));
		if (untold.length > 0) afterwards(() => services.restored.announce(untold));
		return { id, seq: post.seq };
	}
});
