import { sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import type { WrittenLately } from '#lib/model/people/card.ts';
import { readableThreads } from '../access/readable-streams.ts';
import type { Database } from '../db/client.ts';
import { beginningOf } from './excerpt.ts';
import { addressOfPost, presentSubjects } from './subjects.ts';

interface Row extends Record<string, unknown> {
	id: string;
	seq: string;
	kind: string;
	subject_id: string;
	at: string;
	lang: string;
	doc: Doc;
	files: AttachedFile[] | null;
}

/** What somebody wrote last in the threads that this actor may read, the newest first; nothing tells that there is more. */
export async function postsBy(
	db: Database,
	actor: Actor,
	{ author, locale, most }: { author: string; locale: string; most: number }
): Promise<WrittenLately[]> {
	const rows = await db.execute<Row>(sql`
		select posts.id, posts.seq, streams.kind, streams.subject_id, (extract(epoch from posts.posted_at) * 1000)::bigint as at,
			posts.lang, posts.doc, posts.files
		from posts join streams on streams.id = posts.stream
		where posts.author_id = ${author}::uuid and posts.deleted_at is null and posts.hidden_at is null and ${readableThreads(actor)}
		order by posts.posted_at desc, posts.seq desc limit ${most}::int`);
	const subject = await presentSubjects(
		db,
		actor,
		locale,
		rows.map(({ kind, subject_id: subjectId }) => ({ kind, subjectId }))
	);
	return rows.flatMap(({ id, seq, kind, subject_id: subjectId, at, lang, doc, files }) => {
		const named = subject({ kind, subjectId });
		if (!named) return [];
		const { name: place, city } = named;
		return [
			{
				id,
				href: addressOfPost(named, Number(seq)),
				place,
				city,
				at: new Date(Number(at)).toISOString(),
				lang,
				excerpt: beginningOf(doc, files)
			}
		];
	});
}
