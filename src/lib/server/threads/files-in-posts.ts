import { sql } from 'drizzle-orm';
import { can } from '#lib/model/policy.ts';
import type { FileSubject } from '../files/subjects.ts';
import { readableThreads } from '../access/readable-streams.ts';

export const inPosts = 'post';

interface HiddenPost extends Record<string, unknown> {
	id: string;
	author_id: string;
	kind: string;
	network_id: string;
	audience: string[];
}

/**
 * A file in a post is read by who may read the post's words: of a hidden one its author and who moderates its thread, of a
 * deleted one nobody.
 */
export const filesInPosts: FileSubject = {
	kind: inPosts,

	readable(actor) {
		return sql`exists (
			select 1 from posts join streams on streams.id = posts.stream
			where posts.id = used.subject_id and ${readableThreads(actor)} and posts.deleted_at is null and posts.hidden_at is null)`;
	},

	async hidden(db, actor, file) {
		const rows = await db.execute<HiddenPost>(sql`
			select distinct posts.id, posts.author_id, streams.kind, streams.network_id, to_jsonb(streams.audience) as audience
			from files asked join files its on its.series_id = asked.series_id
				join file_uses used on used.file_id = its.id and used.subject_kind = ${inPosts}
				join posts on posts.id = used.subject_id join streams on streams.id = posts.stream
			where asked.id = ${file}::uuid and posts.hidden_at is not null and posts.deleted_at is null and ${readableThreads(actor)}`);
		return rows.flatMap(({ id, author_id: authorId, kind, network_id: network, audience }) =>
			can(actor, 'post.readHidden', { subject: { kind, network, audience }, authorId, state: 'hidden' }) ? [id] : []
		);
	}
};
