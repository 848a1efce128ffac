import { sql } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';
import { threadPlace } from '#lib/model/threads/thread-place.ts';
import { spokenThreads } from '../access/readable-streams.ts';
import type { Database } from '../db/client.ts';
import { beginningOf } from './excerpt.ts';
import { seen } from './read-state.ts';
import { presentSubjects } from './subjects.ts';

/** The beginning of a post, as it is told elsewhere than in its thread. */
export interface LatestPost {
	id: string;
	seq: number;
	/** Addresses of what its thread hangs on and of its place there, and the code of the city that this belongs to. */
	href: string;
	place: string;
	city: string | null;
	author: PersonTag;
	at: string;
	lang: string;
	excerpt: string;
	unread: boolean;
}

interface Row extends Record<string, unknown> {
	id: string;
	seq: string;
	kind: string;
	subject_id: string;
	author: PersonTag;
	at: string;
	lang: string;
	doc: Doc | null;
	files: AttachedFile[] | null;
	unread: boolean;
}

/** What others wrote last in the threads that the reader may read: the last of each, and of these the last. */
export async function latestPosts(db: Database, person: Person, locale: string, most: number): Promise<LatestPost[]> {
	const rows = await db.execute<Row>(sql`
		select last.id, last.seq, streams.kind, streams.subject_id, (extract(epoch from last.posted_at) * 1000)::bigint as at,
			last.lang, last.doc, last.files, not last.seq <@ ${seen} as unread,
			json_build_object('id', people.id, 'name', people.name, 'city', last.author_city,
				'role', last.author_role, 'expertKind', last.author_expert_kind) as author
		from streams
		cross join lateral (
			select * from posts
			where posts.stream = streams.id and deleted_at is null and hidden_at is null and author_id <> ${person.id}
			order by posts.stream desc, posts.seq desc limit ${most}::int) last
		join people on people.id = last.author_id
		left join read_states on read_states.stream = streams.id and read_states.person_id = ${person.id}
		where ${spokenThreads(person)}
		order by last.posted_at desc, last.seq desc limit ${most}::int`);
	const found = rows.map((row) => ({ ...row, subjectId: row.subject_id }));
	const subject = await presentSubjects(db, person, locale, found);
	return found.flatMap((row) => {
		const { id, seq, author, at, lang, doc, files, unread } = row;
		const named = subject(row);
		if (!named) return [];
		const { href, city } = named;
		const excerpt = doc ? beginningOf(doc, files) : '';
		const place = threadPlace(href, { seq: Number(seq) });
		return [{ id, seq: Number(seq), href, place, city, author, at: new Date(Number(at)).toISOString(), lang, excerpt, unread }];
	});
}
