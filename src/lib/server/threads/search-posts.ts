import { sql } from 'drizzle-orm';
import type { Doc } from '#lib/model/documents/doc.ts';
import { toldIn } from '#lib/model/documents/told.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import { saidIn } from './excerpt.ts';
import { readableThreads } from '../access/readable-streams.ts';
import type { SearchSource } from '../search/source.ts';
import {
	aroundPost,
	foundColumns,
	indexedAs,
	indexedColumns,
	presentFound,
	standing,
	type FoundPost,
	type IndexedPost
} from './found-in-posts.ts';

interface Row extends IndexedPost {
	doc: Doc;
}

interface ShownRow extends FoundPost {
	doc: Doc;
	files: AttachedFile[] | null;
}

/** Messages by their words. */
export const postSource: SearchSource = {
	kind: 'post',
	lasting: false,
	events: ['post.posted', 'post.edited', 'post.deleted', 'post.hidden', 'post.restored'],
	all: null,

	async entries(db, subjects) {
		const rows = await db<Row[]>`
			select posts.id, posts.doc, ${db.unsafe(indexedColumns)}
			from posts join streams on streams.id = posts.stream
			where posts.id = any(${subjects}::uuid[]) and ${db.unsafe(standing)}`;
		return rows.map(({ doc, ...post }) => ({
			...indexedAs(post),
			texts: [{ text: toldIn(doc), lang: post.lang, weight: 'D' }]
		}));
	},

	// The streams are looked up once, and not for every post; the offset keeps the planner from reading all posts instead of these.
	visible: ({ actor }) => sql`exists (
		select from posts where posts.id = found.subject_id and ${sql.raw(standing)}
			and posts.stream = any(array(select streams.id from streams where ${readableThreads(actor)})) offset 0)`,

	async present({ db }, asking, subjects) {
		const rows = await db.execute<ShownRow>(sql`
			select posts.id, posts.doc, posts.files, ${foundColumns}
			from posts ${aroundPost}
			where posts.id = any(${sql.param(subjects)}::uuid[]) and ${sql.raw(standing)} and ${readableThreads(asking.actor)}`);
		return presentFound(db, asking, rows, ({ doc, files }) => ({ kind: 'post', name: null, text: saidIn(doc, files) }));
	},

	offered: null
};
