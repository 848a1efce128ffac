import { sql } from 'drizzle-orm';
import { can } from '#lib/model/policy.ts';
import type { FileSubject } from '../files/subjects.ts';
import { readNetworks } from '../access/read-networks.ts';
import { readableThreads } from '../access/readable-streams.ts';

export const inPosts = 'post';

/** A file in a post is read by who may read the post's words: of a hidden one its author and the leads, of a deleted one nobody. */
export const filesInPosts: FileSubject = {
	kind: inPosts,
	readable(actor) {
		if (actor.kind === 'visitor') return sql`false`;
		const leads = readNetworks(actor).filter((network) => can(actor, 'moderation.read', { network }));
		return sql`exists (
			select 1 from posts join streams on streams.id = posts.stream
			where posts.id = used.subject_id and ${readableThreads(actor)} and posts.deleted_at is null
				and (posts.hidden_at is null or posts.author_id = ${actor.id} or streams.network_id = any(${sql.param(leads)}::uuid[])))`;
	}
};
