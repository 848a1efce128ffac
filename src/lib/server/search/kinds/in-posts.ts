import { sql } from 'drizzle-orm';
import type { MeetingTag } from '#lib/model/search/results.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';
import type { Entry } from '../source.ts';

/** Of a post, what the index keeps beside the words. */
export interface Indexed {
	id: string;
	network_id: string;
	author_id: string;
	author_city: string | null;
	posted_at: Date;
	lang: string;
}

/** Of a post, what is shown beside what was found in it. */
export interface ShownPost extends Record<string, unknown> {
	seq: string;
	slug: string;
	at: string;
	lang: string;
	author: PersonTag;
	meeting: MeetingTag;
}

/** The condition, as text for both clients, that a post stands where all can read it. */
export const standing = 'posts.deleted_at is null and posts.hidden_at is null';

/** The columns of `ShownPost`. */
export const shownPost = sql`posts.seq, meetings.slug, posts.posted_at as at, posts.lang,
	json_build_object('id', people.id, 'name', people.name, 'city', posts.author_city,
		'role', posts.author_role, 'expertKind', posts.author_expert_kind) as author,
	json_build_object('kind', meetings.kind, 'number', meetings.number, 'host', partners.code) as meeting`;

/** What they are read from, beside `posts`. */
export const aroundPost = sql`
	join meetings on meetings.stream = posts.stream
	join partners on partners.id = meetings.host_id
	join people on people.id = posts.author_id`;

export function indexedAs({ id, network_id, author_city, author_id, lang, posted_at }: Indexed): Omit<Entry, 'texts'> {
	return { subject: id, network: network_id, city: author_city, person: author_id, lang, at: posted_at };
}

export function shownAs({ seq, slug, at, lang, author, meeting }: ShownPost) {
	return { href: `/meetings/${slug}?from=${seq}#p-${seq}`, author, meeting, at: new Date(at).toISOString(), lang };
}
