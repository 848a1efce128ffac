import type { Doc } from '#lib/model/documents/doc.ts';
import { mentionsIn } from '#lib/model/documents/mentions.ts';
import type { Envelope } from '#lib/model/events.ts';
import type { Post } from '#lib/model/threads/posts.ts';
import { followersNow } from '../notifications/follow.ts';
import type { Recipient } from '../notifications/notify.ts';
import { recipientsOf } from '../notifications/recipients.ts';
import { reconsider } from '../notifications/reconsider.ts';
import type { Transaction } from '../db/client.ts';
import { itemOf } from './item-of-thread.ts';
import { directRecipients, mentioned, newMentions } from './recipients-of-post.ts';
import type { ThreadOfSubject } from './thread-at.ts';

/**
 * Who was told of a post because it named them, and whom an edit names no more: told for another reason where there is one,
 * or not at all. Within the edit's transaction.
 * @returns the events, to be handed to the feed after the commit
 */
export async function takeBackLostMentions(
	tx: Transaction,
	{ thread, post, doc, now }: { thread: ThreadOfSubject; post: Pick<Post, 'seq' | 'root' | 'doc' | 'author'>; doc: Doc; now: Date }
): Promise<Envelope[]> {
	const lost = post.doc ? newMentions(doc, post.doc) : [];
	if (lost.length === 0) return [];
	const { network, stream } = thread;
	const [item, actor] = [itemOf(thread), post.author.id];
	const reached = await mentioned(tx, { network, mentions: lost, now });
	const answers = post.root === null ? null : { seq: post.root, root: post.root };
	const people = [
		...(await directRecipients(tx, { thread, mentions: mentionsIn(doc), answers, now })),
		...(await followersNow(tx, item)).map((id): Recipient => ({ id, kind: 'follow' }))
	];
	const left = await recipientsOf(tx, { item, stream, actor, at: now, people });
	const place = { stream, seq: post.seq, actorId: actor, now };
	const events: Envelope[] = [];
	for (const kind of ['mention', 'city'] as const) {
		const its = reached.filter((one) => one.kind === kind).map(({ id }) => id);
		if (its.length > 0) events.push(...(await reconsider(tx, place, { lost: { people: its, kind }, left })));
	}
	return events;
}
