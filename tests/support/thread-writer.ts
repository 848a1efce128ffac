import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import { personGroup } from '#lib/model/access/groups.ts';
import type { AttachedById } from '#lib/model/files/attached.ts';
import type { Post } from '#lib/model/threads/posts.ts';
import type { ReactionKind } from '#lib/model/threads/reactions.ts';
import type { Thread } from '#lib/model/threads/thread.ts';
import { streams } from '#lib/server/db/schema/streams.ts';
import { deletePost, editPost } from '#lib/server/threads/change-post.ts';
import { postMessage } from '#lib/server/threads/post-message.ts';
import { findPost } from '#lib/server/threads/find-post.ts';
import { hidePost, restorePost } from '#lib/server/threads/hide-post.ts';
import { react } from '#lib/server/threads/react.ts';
import { reactToSubject } from '#lib/server/threads/react-to-subject.ts';
import { openThread } from '#lib/server/threads/open-thread.ts';
import { setAudience } from './change-audience.ts';
import type { TestServices } from './database.ts';
import { leaveFile } from './leave-file.ts';
import { saying } from './saying.ts';
import { smallNetwork } from './thread.ts';

/** Somebody at the thread: reads it, writes in it. */
export function writerIn(services: TestServices, stream: string, actor: Person) {
	const load = async (from?: number): Promise<Thread> => {
		const { thread } = await openThread(services.db, actor, { stream, locale: 'en', window: { from } });
		return thread;
	};
	return {
		load,
		async post(text: string, replyTo: number | null = null, files?: AttachedById[]): Promise<string> {
			services.clock.advance(60);
			const input = { commandId: randomUUID(), stream, doc: saying(text), lang: 'en', replyTo, ...(files && { files }) };
			return (await postMessage(services, actor, input)).id;
		},
		async answer(id: string, text: string): Promise<string> {
			const { post } = await findPost(services.db, actor, { id });
			return this.post(text, post.seq);
		},
		async hide(id: string): Promise<void> {
			services.clock.advance(60);
			await hidePost(services, actor, { commandId: randomUUID(), id, reason: 'Names a child' });
		},
		async restore(id: string): Promise<void> {
			services.clock.advance(60);
			await restorePost(services, actor, { commandId: randomUUID(), id });
		},
		async react(id: string, kind: ReactionKind, on = true): Promise<void> {
			await react(services, actor, { commandId: randomUUID(), id, kind, on });
		},
		async reactToSubject(kind: ReactionKind, on = true): Promise<void> {
			await reactToSubject(services, actor, { commandId: randomUUID(), stream, kind, on });
		},
		/** From now on this person hears the thread too, whatever they are in the network. */
		async admit(id: string): Promise<void> {
			const [found] = await services.db.select().from(streams).where(eq(streams.id, stream));
			await setAudience(services, actor, {
				commandId: randomUUID(),
				stream,
				audience: [...(found?.audience ?? []), personGroup(id)]
			});
		},
		/** A picture of this person, as if uploaded. */
		picture: (name: string) => leaveFile(services, actor, name),
		async edit(id: string, text: string, files?: AttachedById[]): Promise<void> {
			services.clock.advance(60);
			const { post } = await findPost(services.db, actor, { id });
			await editPost(services, actor, {
				commandId: randomUUID(),
				id,
				revision: post.revision,
				doc: saying(text),
				lang: 'lv',
				...(files && { files })
			});
		},
		async remove(id: string): Promise<void> {
			services.clock.advance(60);
			await deletePost(services, actor, { commandId: randomUUID(), id });
		},
		fetch: async (id: string): Promise<Post> => (await findPost(services.db, actor, { id })).post
	};
}
export type Writer = ReturnType<typeof writerIn>;

/** A lead may do everything that a thread knows. */
export async function leadIn(services: TestServices): Promise<Writer> {
	const { stream, person } = await smallNetwork(services);
	return writerIn(services, stream, await person('Marek', { role: 'lead' }));
}
