import { eq } from 'drizzle-orm';
import type { Actor, Person } from '#lib/model/access/actor.ts';
import { postSubject } from '#lib/model/threads/thread-subject.ts';
import { authorize } from '../access/authorize.ts';
import type { Transaction } from '../db/client.ts';
import { posts } from '../db/schema/threads.ts';
import { findPost, type Located } from './find-post.ts';

type PostQuestion = 'post.edit' | 'post.delete' | 'post.react' | 'post.hide' | 'post.restore';

/**
 * The post, locked until the commit, and the person who may do this with it.
 * Not locked as for deletion of the row: who answers it would wait, holding the stream that this one needs next.
 * @throws NotFound, Forbidden
 */
export async function postToChange(
	tx: Transaction,
	actor: Actor,
	id: string,
	question: PostQuestion
): Promise<Located & { person: Person }> {
	await tx.select({ id: posts.id }).from(posts).where(eq(posts.id, id)).for('no key update');
	const found = await findPost(tx, actor, { id });
	const { post, thread } = found;
	const person = authorize(actor, question, postSubject(thread, post));
	return { ...found, person };
}
