import { sql, type SQL } from 'drizzle-orm';
import type { Doc } from '#lib/model/documents/doc.ts';
import type { Post } from '#lib/model/posts.ts';
import type { Reaction, ReactionKind, Reactor } from '#lib/model/reactions.ts';
import type { ExpertKind, Role } from '#lib/model/roles.ts';

/** A row of `postColumns`, as the driver gives it. */
export interface PostRow extends Record<string, unknown> {
	id: string;
	seq: string;
	root: string | null;
	replies: number;
	author_id: string;
	author_name: string;
	author_role: Role;
	author_city: string | null;
	author_expert_kind: ExpertKind | null;
	/** Milliseconds. */
	posted_at: number;
	lang: string;
	revision: number;
	edited_at: number | null;
	deleted_at: number | null;
	hidden_at: number | null;
	doc: Doc | null;
	reactions: [ReactionKind, string, string, string | null][] | null;
}

const moment = (column: string): SQL => sql.raw(`(extract(epoch from posts.${column}) * 1000)::float8 as ${column}`);

/**
 * What a post is shown from, to select from `posts` joined with its author as `people`. A hidden text is not among it,
 * and neither is why it is hidden.
 */
export const postColumns = sql`
	posts.id, posts.seq, posts.root, posts.author_id, people.name as author_name, posts.author_role, posts.author_city,
	posts.author_expert_kind, ${moment('posted_at')}, posts.lang, posts.revision, ${moment('edited_at')},
	${moment('deleted_at')}, ${moment('hidden_at')}, case when posts.hidden_at is null then posts.doc end as doc,
	case when posts.root is null then (
		select count(*)::int from posts answer where answer.meeting_id = posts.meeting_id and answer.root = posts.seq
	) else 0 end as replies,
	(select json_agg(json_build_array(given.kind, given.person_id, giver.name, given.city) order by given.seq)
		from post_reactions given join people giver on giver.id = given.person_id
		where given.post_id = posts.id) as reactions`;

export function presentPost(row: PostRow): Post {
	return {
		id: row.id,
		seq: Number(row.seq),
		root: row.root === null ? null : Number(row.root),
		replies: row.replies,
		author: {
			id: row.author_id,
			name: row.author_name,
			city: row.author_city,
			role: row.author_role,
			expertKind: row.author_expert_kind
		},
		at: iso(row.posted_at) ?? '',
		lang: row.lang,
		revision: row.revision,
		editedAt: iso(row.edited_at),
		deletedAt: iso(row.deleted_at),
		hiddenAt: iso(row.hidden_at),
		reactions: grouped(row.reactions ?? []),
		doc: row.doc
	};
}

function iso(milliseconds: number | null): string | null {
	return milliseconds === null ? null : new Date(milliseconds).toISOString();
}

function grouped(given: NonNullable<PostRow['reactions']>): Reaction[] {
	const kinds = new Map<ReactionKind, Reactor[]>();
	for (const [kind, id, name, city] of given) {
		const by = kinds.get(kind) ?? [];
		kinds.set(kind, [...by, { id, name, city }]);
	}
	return [...kinds].map(([kind, by]) => ({ kind, by }));
}
