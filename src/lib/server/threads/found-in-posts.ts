import { sql } from 'drizzle-orm';
import type { PersonTag } from '#lib/model/people/tags.ts';
import type { Standing } from '#lib/model/threads/found.ts';
import { threadPlace } from '#lib/model/threads/thread-place.ts';
import type { Database } from '../db/client.ts';
import type { Asking, SearchEntry } from '../search/source.ts';
import { presentSubjects, type PresentSubject } from './subjects.ts';

/** Of a post, what the index keeps beside the words. */
export interface IndexedPost {
	id: string;
	network_id: string;
	author_id: string;
	author_city: string | null;
	posted_at: Date;
	lang: string;
	/** Whether everybody of the network may hear its stream. */
	open: boolean;
}

/** Of a post, what is shown beside what was found in it. */
export interface FoundPost extends Record<string, unknown> {
	/** Of what was found. */
	id: string;
	seq: string;
	at: string;
	lang: string;
	author: PersonTag;
	/** What its thread hangs on. */
	subject: { kind: string; subjectId: string };
}

/** The condition, as text for both clients, that a post stands where all who hear its stream can read it. */
export const standing = 'posts.deleted_at is null and posts.hidden_at is null';

/** The columns of `IndexedPost` besides the id, as text, from `posts` and its `streams`. */
export const indexedColumns = `streams.network_id, posts.author_id, posts.author_city, posts.posted_at, posts.lang,
	('network:' || streams.network_id) = any(streams.audience) as open`;

/** The columns of `FoundPost` besides the id. */
export const foundColumns = sql`posts.seq, posts.posted_at as at, posts.lang,
	json_build_object('id', people.id, 'name', people.name, 'city', posts.author_city,
		'role', posts.author_role, 'expertKind', posts.author_expert_kind) as author,
	json_build_object('kind', streams.kind, 'subjectId', streams.subject_id) as subject`;

/** What they are read from, beside `posts`. */
export const aroundPost = sql`
	join streams on streams.id = posts.stream
	join people on people.id = posts.author_id`;

export function indexedAs({ id, network_id, author_city, author_id, lang, posted_at, open }: IndexedPost): Omit<SearchEntry, 'texts'> {
	return { subject: id, network: network_id, city: author_city, person: author_id, lang, at: posted_at, open };
}

/**
 * What is shown of what was found in posts, by its id, each where its post stands; without those whose subject this actor may not see.
 * @param told what is told of each besides
 */
export async function presentFound<Row extends FoundPost, Told extends { kind: 'post' | 'file'; name: string | null; text: string }>(
	db: Database,
	{ actor, locale }: Asking,
	rows: Row[],
	told: (row: Row) => Told
): Promise<Map<string, Told & Standing & { id: string; href: string; lang: string }>> {
	const subjects = rows.map(({ subject }) => subject);
	const subjectOf = await presentSubjects(db, actor, locale, subjects);
	return new Map(
		rows.flatMap((row) => {
			const subject = subjectOf(row.subject);
			return subject ? [[row.id, { ...told(row), id: row.id, ...standingOf(row, subject) }]] : [];
		})
	);
}

function standingOf({ seq, at, author, lang }: FoundPost, { href, name, city }: PresentSubject): Standing & { href: string; lang: string } {
	return { href: threadPlace(href, { seq: Number(seq) }), author, where: name, city, at: new Date(at).toISOString(), lang };
}
