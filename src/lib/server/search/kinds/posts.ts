import { sql } from 'drizzle-orm';
import type { Doc } from '#lib/model/documents/doc.ts';
import { toText } from '#lib/model/documents/text.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import { saidIn } from '../../threads/excerpt.ts';
import { readableThreads } from '../../access/readable-streams.ts';
import { visibleMeetings } from '../../meetings/visible.ts';
import type { SearchSource } from '../source.ts';
import { aroundPost, indexedAs, shownAs, shownPost, standing, type Indexed, type ShownPost } from './in-posts.ts';

interface Row extends Indexed {
	doc: Doc;
}

interface ShownRow extends ShownPost {
	id: string;
	doc: Doc;
	files: AttachedFile[] | null;
}

export const posts: SearchSource = {
	kind: 'post',
	lasting: false,
	events: ['post.posted', 'post.edited', 'post.deleted', 'post.hidden', 'post.restored'],

	async entries(db, subjects) {
		const rows = await db<Row[]>`
			select posts.id, streams.network_id, posts.author_id, posts.author_city, posts.posted_at, posts.lang, posts.doc
			from posts join streams on streams.id = posts.stream
			where posts.id = any(${subjects}::uuid[]) and ${db.unsafe(standing)}`;
		return rows.map(({ doc, ...post }) => ({
			...indexedAs(post),
			texts: [{ text: toText(doc).text, lang: post.lang, weight: 'D' }]
		}));
	},

	// The streams are looked up once, and not for every post; the offset keeps the planner from reading all posts instead of these.
	visible: ({ actor }) => sql`exists (
		select from posts where posts.id = found.subject_id and ${sql.raw(standing)}
			and posts.stream = any(array(select streams.id from streams where ${readableThreads(actor)})) offset 0)`,

	async present({ db }, { actor }, subjects) {
		const rows = await db.execute<ShownRow>(sql`
			select posts.id, posts.doc, posts.files, ${shownPost}
			from posts ${aroundPost}
			where posts.id = any(${sql.param(subjects)}::uuid[]) and ${sql.raw(standing)} and ${visibleMeetings(actor)}`);
		return new Map(rows.map(({ id, doc, files, ...post }) => [id, { kind: 'post', id, text: saidIn(doc, files), ...shownAs(post) }]));
	}
};
