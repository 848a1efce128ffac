import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Placed } from '#lib/model/command.ts';
import { notifyRestored } from '../notifications/notify-restored.ts';
import { withdraw } from '../notifications/withdraw.ts';
import type { Person } from '#lib/model/access/actor.ts';
import { deliveryOf } from '../notifications/deliver.ts';
import { notify, type Recipient } from '../notifications/notify.ts';
import { command, type Context } from '../commands/command.ts';
import type { Transaction } from '../db/client.ts';
import { posts } from '../db/schema/threads.ts';
import { setCountable } from '../events/count.ts';
import { eraseText } from '../events/erase.ts';
import { record } from '../events/record.ts';
import { reasonField } from '../moderation/reason.ts';
import { noted } from '../audit/record-audit.ts';
import type { Located } from './find-post.ts';
import { itemOf } from './item-of-thread.ts';
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
	async run(tx, context): Promise<Placed> {
		const { actor, now, recorded } = context;
		const { id, reason } = context.input;
		const found = await postToChange(tx, actor, id, 'post.hide');
		const { post, thread, person } = found;
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
		(await withdraw(tx, { stream, seq: post.seq, actorId: person.id, now })).forEach(recorded);
		await tellAuthor(tx, found, context);
		return { id, seq: post.seq };
	}
});

/** Puts a hidden post back; its text travels in a new event, which is erased when it is hidden again. */
export const restorePost = command({
	name: loggedNames.restorePost,
	input: z.object({ id: z.uuid() }),
	async run(tx, context): Promise<Placed> {
		const { actor, now, services, recorded, afterwards } = context;
		const { id } = context.input;
		const found = await postToChange(tx, actor, id, 'post.restore');
		const { post, thread, person } = found;
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
		recorded(event);
		const { events, untold } = await notifyRestored(tx, { stream, seq: post.seq, actorId: person.id, now });
		events.forEach(recorded);
		if (untold.length > 0) afterwards(() => services.restored.announce(untold));
		await tellAuthor(tx, found, context);
		return { id, seq: post.seq };
	}
});

/** The author is told what became of the post; not of what they did to it themselves. */
async function tellAuthor(
	tx: Transaction,
	{ post, thread, person }: Located & { person: Person },
	{ now: at, services, afterwards }: Pick<Context<unknown>, 'now' | 'services' | 'afterwards'>
): Promise<void> {
	const { network, stream } = thread;
	const people: Recipient[] = [{ id: post.author.id, kind: 'moderation' }];
	await notify(tx, { network, item: itemOf(thread), stream, seq: post.seq, actor: person.id, at, people });
	// Also what waited while the post was hidden.
	afterwards(() => void deliveryOf(services).due());
}
