import { sql } from 'drizzle-orm';
import type { FileKind } from '#lib/model/files/kinds.ts';
import { inPosts } from './files-in-posts.ts';
import { readableThreads } from '../access/readable-streams.ts';
import { fileWords } from '../files/file-words.ts';
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

interface FileRow extends IndexedPost {
	name: string;
	kind: FileKind;
	alt: string | null;
}

interface ShownRow extends FoundPost {
	name: string;
	kind: FileKind;
	size: string;
	alt: string | null;
}

const usedWhereItStands = sql`used.subject_kind = ${inPosts} and ${sql.raw(standing)}`;

/** Files by their names and by what their pictures show; each leads to the newest post it stands in. */
export const fileSource: SearchSource = {
	kind: 'file',
	lasting: false,
	events: [],
	all: 'select distinct file_id from file_uses',

	async entries(db, subjects) {
		const rows = await db<FileRow[]>`
			select distinct on (files.id, streams.network_id)
				files.id, files.name, files.kind, used.alt, ${db.unsafe(indexedColumns)}
			from files
			join file_uses used on used.file_id = files.id and used.subject_kind = ${inPosts}
			join posts on posts.id = used.subject_id and ${db.unsafe(standing)}
			join streams on streams.id = posts.stream
			where files.id = any(${subjects}::uuid[])
			order by files.id, streams.network_id, posts.posted_at desc`;
		return rows.map(({ name, kind, alt, ...post }) => ({
			...indexedAs(post),
			texts: [{ text: name, lang: post.lang, weight: 'A' }, ...fileWords(kind), { text: alt ?? '', lang: post.lang, weight: 'D' }]
		}));
	},

	visible: ({ actor }) => sql`exists (
		select from file_uses used join posts on posts.id = used.subject_id
		where used.file_id = found.subject_id and ${usedWhereItStands}
			and posts.stream = any(array(select streams.id from streams where ${readableThreads(actor)})))`,

	async present({ db }, asking, subjects) {
		const rows = await db.execute<ShownRow>(sql`
			select distinct on (files.id) files.id, files.name, files.kind, files.size, used.alt, ${foundColumns}
			from files
			join file_uses used on used.file_id = files.id
			join posts on posts.id = used.subject_id ${aroundPost}
			where files.id = any(${sql.param(subjects)}::uuid[]) and ${usedWhereItStands} and ${readableThreads(asking.actor)}
			order by files.id, posts.posted_at desc`);
		return presentFound(db, asking, rows, ({ name, kind, size, alt }) => ({
			kind: 'file',
			file: { name, kind, size: Number(size) },
			name,
			text: alt ?? ''
		}));
	},

	offered: null
};
