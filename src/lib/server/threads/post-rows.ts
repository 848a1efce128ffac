import { sql, type SQL } from 'drizzle-orm';
import type { Doc } from '#lib/model/documents/doc.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import type { Post } from '#lib/model/threads/posts.ts';
import type { ExpertKind, Role } from '#lib/model/access/roles.ts';
import { groupedReactions, reactionsTo, type GivenReaction } from './given-reactions.ts';

/** A post as `postValues` selects it; moments in milliseconds. */
export type PostValues = [
	id: string,
	seq: number,
	root: number | null,
	replies: number,
	authorId: string,
	authorName: string,
	authorCity: string | null,
	authorRole: Role,
	authorExpertKind: ExpertKind | null,
	postedAt: number,
	lang: string,
	revision: number,
	editedAt: number | null,
	deletedAt: number | null,
	hiddenAt: number | null,
	reactions: GivenReaction[] | null,
	doc: Doc | null,
	files: AttachedFile[] | null,
	about: string | null
];

const moment = (column: string): SQL => sql.raw(`(extract(epoch from posts.${column}) * 1000)::bigint`);

/** How many answers a post has, and who reacted to it, each asked for alone; for a whole page they are asked for at once. */
const ofOne = {
	replies: sql`(select count(*) from posts answer where answer.stream = posts.stream and answer.root = posts.seq)`,
	reactions: sql`(${reactionsTo(sql`given.post_id = posts.id`)})`
};

/**
 * What a post is shown from, to select from `posts` joined with its author as `people`: one value, because the driver
 * reads two hundred rows of eighteen columns three times slower. A hidden text is not among it, and neither is why.
 */
export function postValues({ replies, reactions }: { replies: SQL; reactions: SQL } = ofOne): SQL {
	return sql`json_build_array(
	posts.id, posts.seq, posts.root, ${replies},
	posts.author_id, people.name, posts.author_city, posts.author_role, posts.author_expert_kind,
	${moment('posted_at')}, posts.lang, posts.revision,
	${moment('edited_at')}, ${moment('deleted_at')}, ${moment('hidden_at')},
	${reactions}, case when posts.hidden_at is null then posts.doc end, case when posts.hidden_at is null then posts.files end,
	posts.about)`;
}

export function presentPost(values: PostValues): Post {
	const [
		id,
		seq,
		root,
		replies,
		authorId,
		name,
		city,
		role,
		expertKind,
		postedAt,
		lang,
		revision,
		editedAt,
		deletedAt,
		hiddenAt,
		reactions,
		doc,
		files,
		about
	] = values;
	return {
		id,
		seq,
		root,
		replies,
		author: { id: authorId, name, city, role, expertKind },
		at: new Date(postedAt).toISOString(),
		lang,
		revision,
		editedAt: iso(editedAt),
		deletedAt: iso(deletedAt),
		hiddenAt: iso(hiddenAt),
		reactions: groupedReactions(reactions ?? []),
		doc,
		...(files && { files }),
		...(about && { about })
	};
}

function iso(milliseconds: number | null): string | null {
	return milliseconds === null ? null : new Date(milliseconds).toISOString();
}
