import { sql, type SQL } from 'drizzle-orm';
import type { Doc } from '#lib/model/documents/doc.ts';
import type { Envelope } from '#lib/model/events.ts';
import type { PersonTag } from '#lib/model/tags.ts';
import { recordAll, type Runner } from '../events/record.ts';

export interface Writing {
	id: string;
	author: PersonTag;
	/** Place of the post that begins the discussion it answers in. */
	root: number | null;
	doc: Doc;
	lang: string;
	now: Date;
	/** For further parts of the statement. */
	beside?: object;
}

export interface Thread {
	id: string;
	stream: string;
}

/** Puts a post at the end of a meeting's thread, with its event, in one statement. */
export async function writePost(db: Runner, thread: Thread, writing: Writing): Promise<Envelope> {
	const [event] = await writePosts(db, thread, [writing]);
	return event as Envelope;
}

/**
 * Puts posts at the end of a meeting's thread, with their events, in one statement.
 * @param also further parts of that statement, as in `recordAll`
 */
export function writePosts(db: Runner, { id: meetingId, stream }: Thread, posts: Writing[], also: SQL[] = []): Promise<Envelope[]> {
	const recordings = posts.map(({ id, author, root, doc, lang, now, beside }) => ({
		actorId: author.id,
		at: now,
		event: { name: 'post.posted' as const, payload: { id, root, author, at: now.toISOString(), lang, doc } },
		beside
	}));
	return recordAll(db, stream, recordings, [
		sql`insert into posts (id, meeting_id, seq, root, author_id, author_role, author_city, author_expert_kind, posted_at, lang, doc)
			select (payload ->> 'id')::uuid, ${meetingId}, seq, (payload ->> 'root')::bigint, actor,
				payload #>> '{author,role}', payload #>> '{author,city}', payload #>> '{author,expertKind}',
				at, payload ->> 'lang', coalesce(beside -> 'doc', payload -> 'doc')
			from made`,
		...also
	]);
}
