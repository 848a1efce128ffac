import { sql, type SQL } from 'drizzle-orm';
import type { Doc } from '#lib/model/documents/doc.ts';
import { mentionsIn, type Mention } from '#lib/model/documents/mentions.ts';
import { notifyBeside, type NotifyBeside, type Recipient } from '../notifications/notify.ts';
import { followersOf } from '../notifications/follow.ts';
import type { Database, Transaction } from '../db/client.ts';
import { isCurrent } from '../access/memberships.ts';
import { itemOf } from './item-of-thread.ts';
import type { ThreadOfSubject } from './thread-at.ts';

interface NewPost {
	thread: Pick<ThreadOfSubject, 'stream' | 'kind' | 'subjectId' | 'network'>;
	author: { id: string };
	doc: Doc;
	/** The post it answers and the beginning of that discussion, by their numbers. */
	answers: { seq: number; root: number } | null;
	now: Date;
}

/**
 * Recipients of a new post: who is mentioned, whose city is, who is answered, who wrote in the discussion, and who
 * follows all of what the thread hangs on. Where there is none the database is asked nothing.
 */
export async function recipientsOfPost(db: Database, { thread, author, doc, answers, now }: NewPost): Promise<NotifyBeside | null> {
	const item = itemOf(thread);
	const mentions = mentionsIn(doc);
	const followers = await followersOf(db, item);
	if (mentions.length === 0 && answers === null && followers.length === 0) return null;
	const people = [
		...(await directRecipients(db, { thread, mentions, answers, now })),
		...followers.map((id): Recipient => ({ id, kind: 'follow' }))
	];
	return notifyBeside(db, { network: thread.network, item, stream: thread.stream, actor: author.id, at: now, people });
}

/** Who is mentioned, whose city is, who is answered, and who wrote in the discussion. */
export async function directRecipients(
	db: Database | Transaction,
	{ thread, mentions, answers, now }: Pick<NewPost, 'thread' | 'answers' | 'now'> & { mentions: Mention[] }
): Promise<Recipient[]> {
	return [
		...(await mentioned(db, { network: thread.network, mentions, now })),
		...(answers ? await inDiscussion(db, thread.stream, answers) : [])
	];
}

/** Who is reached by these mentions: of a city its coordinators and officers. */
export async function mentioned(
	db: Database | Transaction,
	{ network, mentions, now }: { network: string; mentions: Mention[]; now: Date }
): Promise<Recipient[]> {
	const people = mentions.filter(({ kind }) => kind === 'person').map(({ id }): Recipient => ({ id, kind: 'mention' }));
	const cities = mentions.filter(({ kind }) => kind === 'city').map(({ id }) => id);
	if (cities.length === 0) return people;
	const ofCities = sql`
		select held.person_id as id, 'city' as kind
		from memberships held join partners city on city.id = held.partner_id
		where city.network_id = ${network} and city.code = any(${sql.param(cities)}::text[])
			and held.role in ('coordinator', 'officer') and ${isCurrent(now)}`;
	return [...people, ...(await found(db, ofCities))];
}

/** Mentions that stand in a text and did not in the one before. */
export function newMentions(before: Doc | null, after: Doc): Mention[] {
	const known = new Set(before ? mentionsIn(before).map(named) : []);
	return mentionsIn(after).filter((mention) => !known.has(named(mention)));
}

function named({ kind, id }: Mention): string {
	return `${kind} ${id}`;
}

/** Answered are who wrote that post and who began the discussion; the others who wrote in it follow it. */
function inDiscussion(db: Database | Transaction, stream: string, { seq, root }: { seq: number; root: number }): Promise<Recipient[]> {
	return found(
		db,
		sql`
		select author_id as id, case when bool_or(seq in (${seq}::bigint, ${root}::bigint)) then 'reply' else 'follow' end as kind
		from posts
		where stream = ${stream} and (posts.root = ${root} or posts.seq = ${root}) and deleted_at is null
		group by author_id`
	);
}

async function found(db: Database | Transaction, query: SQL): Promise<Recipient[]> {
	return [...(await db.execute<Recipient & Record<string, unknown>>(query))];
}
