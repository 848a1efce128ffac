import { sql, type SQL } from 'drizzle-orm';
import type { Doc } from '#lib/model/documents/doc.ts';
import type { Envelope } from '#lib/model/events.ts';
import type { PersonTag } from '#lib/model/tags.ts';
import { record, type Runner } from '../events/record.ts';

interface Writing {
	id: string;
	meeting: { id: string; stream: string };
	author: PersonTag;
	/** Place of the post that begins the discussion it answers in. */
	root: number | null;
	doc: Doc;
	lang: string;
	now: Date;
}

/**
 * Puts a post at the end of a meeting's thread, with its event, in one statement.
 * @param also further parts of that statement
 */
export async function writePost(
	db: Runner,
	{ id, meeting, author, root, doc, lang, now }: Writing,
	also: SQL[] = []
): Promise<Envelope> {
	const at = now.toISOString();
	const text = JSON.stringify(doc);
	return record(
		db,
		{
			stream: meeting.stream,
			actorId: author.id,
			at: now,
			event: {
				name: 'post.posted',
				payload: { id, root, author, at, lang, doc }
			}
		},
		[
			sql`insert into posts (id, meeting_id, seq, root, author_id, author_role, author_city, author_expert_kind, posted_at, lang, doc)
				select ${id}, ${meeting.id}, seq, ${root}::bigint, ${author.id}, ${author.role}, ${author.city}, ${author.expertKind}, ${at}, ${lang}, ${text}::jsonb
				from head`,
			...also
		]
	);
}
