import { sql, type SQL } from 'drizzle-orm';
import type { Doc } from '#lib/model/documents/doc.ts';
import type { Envelope } from '#lib/model/events.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';
import { recordAll, type Runner } from '../events/record.ts';
import { holding } from '../files/attach.ts';
import { inPosts } from './files-in-posts.ts';

export interface PostToWrite {
	id: string;
	stream: string;
	author: PersonTag;
	/** Number of the post that begins the discussion it answers in. */
	root: number | null;
	doc: Doc;
	/** None, or one at least. */
	files?: AttachedFile[] | undefined;
	/** Key of the part of the subject that it is about. */
	about?: string | undefined;
	lang: string;
	now: Date;
	/** For further parts of the statement. */
	beside?: object;
}

/** Puts a post at the end of a thread, with its event, in one statement. */
export async function writePost(db: Runner, writing: PostToWrite): Promise<Envelope> {
	const [event] = await writePosts(db, [writing]);
	return event as Envelope;
}

/**
 * Puts posts at the end of their threads, with their events, in one statement.
 * @param also further parts of that statement
 * @returns null for those whose thread is being written in by somebody else; see `recordAll`
 */
export function writePosts(db: Runner, posts: PostToWrite[], also: SQL[] = []): Promise<(Envelope | null)[]> {
	const recordings = posts.map(({ id, stream, author, root, doc, files, about, lang, now, beside }) => ({
		stream,
		actorId: author.id,
		at: now,
		event: {
			name: 'post.posted' as const,
			payload: { id, root, author, at: now.toISOString(), lang, doc, ...(files && { files }), ...(about && { about }) }
		},
		beside
	}));
	const withFiles = posts.some(({ files }) => files) ? [holding(inPosts)] : [];
	return recordAll(db, recordings, [posted, ...withFiles, ...also]);
}

const posted = sql`
	insert into posts (id, stream, seq, root, author_id, author_role, author_city, author_expert_kind, posted_at, lang, doc, files, about)
	select (payload ->> 'id')::uuid, stream, seq, (payload ->> 'root')::bigint, actor,
		payload #>> '{author,role}', payload #>> '{author,city}', payload #>> '{author,expertKind}',
		at, payload ->> 'lang', coalesce(beside -> 'doc', payload -> 'doc'), coalesce(beside -> 'files', payload -> 'files'), payload ->> 'about'
	from made`;
