import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor, Person } from '#lib/model/actor.ts';
import { postSchema } from '#lib/model/documents/schema.ts';
import { writingLanguages } from '#lib/i18n/locales.ts';
import { foremost, type PersonTag } from '#lib/model/tags.ts';
import { authorize } from '../authorize.ts';
import { commandAtOnce, type Placed } from '../command-at-once.ts';
import { command } from '../commands.ts';
import type { Transaction } from '../db/client.ts';
import { postRevisions, posts } from '../db/schema/meetings.ts';
import { Conflict, Forbidden } from '../errors.ts';
import { eraseText } from '../events/erase.ts';
import { record } from '../events/record.ts';
import { rememberedLanguage } from '../people/writing-language.ts';
import { meetingToWriteIn } from './queries.ts';
import { findPost } from './thread.ts';
import { writePost } from './write-post.ts';

const lang = z.string().refine((value) => Object.hasOwn(writingLanguages, value), 'unknown');

/** Says something in a meeting's thread. */
export const postMessage = commandAtOnce({
	name: 'meeting.postMessage',
	input: z.object({ slug: z.string().max(200), doc: postSchema, lang }),
	async run({ actor, commandId, input: { slug, doc, lang }, now, logged, services: { db } }) {
		const meeting = await meetingToWriteIn(db, actor, slug);
		const person = authorize(actor, 'meeting.post', meeting);
		const author = tagIn(person, meeting.network);
		return writePost(db, { id: commandId, meeting, author, doc, lang, now }, [
			logged,
			rememberedLanguage(person.id, lang)
		]);
	}
});

function tagIn(person: Person, network: string): PersonTag {
	const held = foremost(person.memberships.filter((one) => one.network === network));
	if (!held) throw new Forbidden(network);
	const { city, role, expertKind } = held;
	return { id: person.id, name: person.name, city, role, expertKind };
}

/**
 * Puts a new text in place of the author's own earlier one, which stays readable.
 * @throws Conflict `edited_meanwhile` when the text is no longer the one that was being edited
 */
export const editPost = command({
	name: 'meeting.editPost',
	input: z.object({ id: z.uuid(), revision: z.number().int().positive(), doc: postSchema, lang }),
	async run(tx, { actor, input, now, recorded }): Promise<Placed> {
		const { post, stream, person } = await ownPost(tx, actor, input.id, 'post.edit');
		if (post.revision !== input.revision) throw new Conflict('edited_meanwhile', post);
		const revision = post.revision + 1;
		const event = await record(tx, {
			stream,
			actorId: person.id,
			at: now,
			event: {
				name: 'post.edited',
				payload: {
					id: post.id,
					doc: input.doc,
					lang: input.lang,
					revision,
					editedAt: now.toISOString()
				}
			}
		});
		await tx
			.update(posts)
			.set({ doc: input.doc, lang: input.lang, revision, editedAt: now })
			.where(eq(posts.id, post.id));
		await tx.insert(postRevisions).values({
			postId: post.id,
			n: revision,
			seq: event.seq,
			lang: input.lang,
			doc: input.doc,
			at: now
		});
		recorded(event);
		return { id: post.id, seq: post.seq };
	}
});

/** Takes the author's own text away; that there was a post stays to be seen. */
export const deletePost = command({
	name: 'meeting.deletePost',
	input: z.object({ id: z.uuid() }),
	async run(tx, { actor, input, now, recorded }): Promise<Placed> {
		const { post, stream, person } = await ownPost(tx, actor, input.id, 'post.delete');
		const texts = await tx
			.update(postRevisions)
			.set({ doc: null })
			.where(eq(postRevisions.postId, post.id))
			.returning({ seq: postRevisions.seq });
		await tx.update(posts).set({ doc: null, deletedAt: now }).where(eq(posts.id, post.id));
		await eraseText(tx, stream, texts.map(({ seq }) => seq));
		const event = await record(tx, {
			stream,
			actorId: person.id,
			at: now,
			event: { name: 'post.deleted', payload: { id: post.id, deletedAt: now.toISOString() } }
		});
		recorded(event);
		return { id: post.id, seq: post.seq };
	}
});

async function ownPost(
	tx: Transaction,
	actor: Actor,
	id: string,
	question: 'post.edit' | 'post.delete'
) {
	await tx.select({ id: posts.id }).from(posts).where(eq(posts.id, id)).for('update');
	const found = await findPost(tx, actor, { id });
	const person = authorize(actor, question, {
		network: found.network,
		authorId: found.post.author.id,
		state: found.post.deletedAt ? 'deleted' : 'posted'
	});
	return { ...found, person };
}
