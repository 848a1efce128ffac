import { randomUUID } from 'node:crypto';
import { fromMarkdown } from '#lib/model/documents/markdown.ts';
import { mentionsIn, personMention } from '#lib/model/documents/mentions.ts';
import type { Envelope } from '#lib/model/events.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import type { Transaction } from '../db/client.ts';
import { notify } from '../notifications/notify.ts';
import { itemOf } from '../threads/item-of-thread.ts';
import { directRecipients } from '../threads/recipients-of-post.ts';
import type { ThreadOfSubject } from '../threads/thread-at.ts';
import { writePost } from '../threads/write-post.ts';
import { dayBefore, type DaysBefore } from './days-before.ts';
import type { DemoGround } from './ground.ts';
import type { DemoFile } from './seed-files.ts';

/** An invented post. `text` is Markdown, in which a person is mentioned as `person:` and the first part of the address. */
export interface DemoPost {
	/** First part of the author's address. */
	by: string;
	lang: string;
	text: string;
	/** Which post of the same thread it answers, counted from 0. */
	answers?: number;
	/** When: a moment of then, or so long before the seeding. */
	at: string | DaysBefore;
	files?: DemoFile[];
	/** Key of the part of the subject that it is about. */
	about?: string;
}

/** What the posts are written in. */
type SeededThread = Pick<ThreadOfSubject, 'stream' | 'network' | 'kind' | 'subjectId'>;

/** Has the cast talk in a thread; those whom a post is addressed to are told, as of any other post. */
export async function seedPosts(tx: Transaction, ground: DemoGround, thread: SeededThread, posts: readonly DemoPost[]): Promise<void> {
	const said: Envelope[] = [];
	for (const post of posts) said.push(await seedPost(tx, ground, thread, post, said));
}

async function seedPost(
	tx: Transaction,
	ground: DemoGround,
	thread: SeededThread,
	{ by, lang, text, at, answers, files = [], about }: DemoPost,
	said: Envelope[]
): Promise<Envelope> {
	const { stream, network } = thread;
	const author = ground.person(by);
	const root = answers === undefined ? null : (said[answers]?.seq ?? null);
	const doc = fromMarkdown(text.replace(/\(person:([a-z.]+)\)/g, (_, person: string) => `(${personMention(ground.person(person).id)})`));
	const when = typeof at === 'string' ? new Date(at) : dayBefore(ground.now, at);
	const attached: AttachedFile[] = [];
	const owner = {
		ownerId: author.id,
		networkId: network,
		partnerId: author.city === null ? null : ground.city(author.city).id,
		at: when
	};
	if (ground.files) for (const file of files) attached.push(await ground.files.keep(tx, file, owner));
	const post = await writePost(tx, {
		id: randomUUID(),
		stream,
		author,
		root,
		doc,
		about,
		lang,
		now: when,
		...(attached.length > 0 && { files: attached })
	});
	const people = await directRecipients(tx, {
		thread,
		mentions: mentionsIn(doc),
		answers: root === null ? null : { seq: root, root },
		now: when
	});
	await notify(tx, { network, item: itemOf(thread), stream, seq: post.seq, actor: author.id, at: when, people });
	return post;
}
