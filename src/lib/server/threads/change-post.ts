import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Placed } from '#lib/model/command.ts';
import { postSchema } from '#lib/model/documents/schema.ts';
import { stateOf } from '#lib/model/threads/posts.ts';
import { notify } from '../notifications/notify.ts';
import { deliveryOf } from '../notifications/deliver.ts';
import { notifyRevised } from '../notifications/notify-revised.ts';
import { takeBack } from '../notifications/withdraw.ts';
import { command } from '../commands/command.ts';
import { postRevisions, posts } from '../db/schema/threads.ts';
import { Conflict } from '../platform/errors.ts';
import { setCountable } from '../events/count.ts';
import { eraseText } from '../events/erase.ts';
import { record } from '../events/record.ts';
import { attachments, holdInstead, toAttach } from '../files/attach.ts';
import { mentioned, newMentions } from './recipients-of-post.ts';
import { inPosts } from './files-in-posts.ts';
import { itemOf } from './item-of-thread.ts';
import { loggedNames } from './logged-names.ts';
import { takeBackLostMentions } from './lost-mentions.ts';
import { lang } from './post-message.ts';
import { postToChange } from './post-to-change.ts';
import { eventsWithText, keepText } from './texts.ts';
import { withTrueMentions } from './true-mentions.ts';
import { wordsOrFiles } from './words-or-files.ts';

/**
 * Puts a new text in place of the author's own earlier one, which stays readable. Its files stay as they are unless others are named.
 * @throws Conflict `edited_meanwhile` when the text is no longer the one that was being edited
 */
export const editPost = command({
	name: loggedNames.editPost,
	input: z.object({ id: z.uuid(), revision: z.number().int().positive(), doc: postSchema, lang, files: attachments }),
	async run(tx, { actor, input, now, services, recorded, afterwards }): Promise<Placed> {
		const { post, thread, person } = await postToChange(tx, actor, input.id, 'post.edit');
		if (post.revision !== input.revision) throw new Conflict('edited_meanwhile', post);
		const { network, stream } = thread;
		wordsOrFiles(input.doc, input.files ?? post.files);
		const revision = post.revision + 1;
		const doc = await withTrueMentions(tx, { doc: input.doc, thread, now, former: post.doc });
		await keepText(tx, post);
		const holder = { kind: inPosts, id: post.id };
		const named =
			input.files &&
			(await toAttach(tx, { files: input.files, ownerId: person.id, network, holder, most: services.config.files.perPost }));
		if (named && (named.length > 0 || post.files)) await holdInstead(tx, holder, named, { id: person.id, at: now });
		const files = (named ?? post.files)?.length ? (named ?? post.files) : undefined;
		const event = await record(tx, {
			stream,
			actorId: person.id,
			at: now,
			event: {
				name: 'post.edited',
				payload: {
					id: post.id,
					doc,
					...(files && { files }),
					lang: input.lang,
					revision,
					editedAt: now.toISOString()
				}
			}
		});
		await tx
			.update(posts)
			.set({ doc, files: files ?? null, lang: input.lang, revision, editedAt: now })
			.where(eq(posts.id, post.id));
		await tx.insert(postRevisions).values({
			postId: post.id,
			n: revision,
			seq: event.seq,
			lang: input.lang,
			doc,
			files: files?.map(({ name }) => name) ?? null,
			at: now
		});
		const people = await mentioned(tx, { network, mentions: newMentions(post.doc, doc), now });
		if (await notify(tx, { network, item: itemOf(thread), stream, seq: post.seq, actor: person.id, at: now, people })) {
			afterwards(() => void deliveryOf(services).due());
		}
		recorded(event);
		(await takeBackLostMentions(tx, { thread, post, doc, now })).forEach(recorded);
		afterwards(() => void notifyRevised(services, stream, post.seq));
		return { id: post.id, seq: post.seq };
	}
});

/** Takes the author's own text away; that there was a post stays to be seen. */
export const deletePost = command({
	name: loggedNames.deletePost,
	input: z.object({ id: z.uuid() }),
	async run(tx, { actor, input, now, recorded }): Promise<Placed> {
		const { post, thread, person } = await postToChange(tx, actor, input.id, 'post.delete');
		const { stream } = thread;
		const events = await eventsWithText(tx, post);
		await tx.update(postRevisions).set({ doc: null, files: null }).where(eq(postRevisions.postId, post.id));
		if (post.files || stateOf(post) === 'hidden') await holdInstead(tx, { kind: inPosts, id: post.id }, [], { id: person.id, at: now });
		await tx
			.update(posts)
			.set({ doc: null, files: null, deletedAt: now, hiddenAt: null, hiddenBy: null, hiddenReason: null })
			.where(eq(posts.id, post.id));
		await eraseText(tx, stream, events);
		await setCountable(tx, { stream, seq: post.seq }, false);
		const event = await record(tx, {
			stream,
			actorId: person.id,
			at: now,
			event: { name: 'post.deleted', payload: { id: post.id, deletedAt: now.toISOString() } }
		});
		recorded(event);
		(await takeBack(tx, { stream, seq: post.seq, actorId: person.id, now })).forEach(recorded);
		return { id: post.id, seq: post.seq };
	}
});
