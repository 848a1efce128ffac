import { sql } from 'drizzle-orm';
import type { FileKind } from '#lib/model/files/kinds.ts';
import { inPosts } from '../../threads/files-in-posts.ts';
import { readableThreads } from '../../access/readable-streams.ts';
import { visibleMeetings } from '../../meetings/visible.ts';
import { fileWords } from '../kind-words.ts';
import type { SearchSource } from '../source.ts';
import { aroundPost, indexedAs, shownAs, shownPost, standing, type Indexed, type ShownPost } from './in-posts.ts';

interface Row extends Indexed {
	name: string;
	kind: FileKind;
	alt: string | null;
}

interface ShownRow extends ShownPost {
	id: string;
	name: string;
	kind: FileKind;
	size: string;
	alt: string | null;
}

const usedWhereItStands = sql`used.subject_kind = ${inPosts} and ${sql.raw(standing)}`;

/** Files by their names and by what their pictures show; each leads to the newest post it stands in. */
export const files: SearchSource = {
	kind: 'file',
	lasting: false,
	events: [],

	async entries(db, subjects) {
		const rows = await db<Row[]>`
			select distinct on (files.id, streams.network_id)
				files.id, streams.network_id, posts.author_id, posts.author_city, posts.posted_at, posts.lang, files.name, files.kind, used.alt
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

	async present({ db }, { actor }, subjects) {
		const rows = await db.execute<ShownRow>(sql`
			select distinct on (files.id) files.id, files.name, files.kind, files.size, used.alt, ${shownPost}
			from files
			join file_uses used on used.file_id = files.id
			join posts on posts.id = used.subject_id ${aroundPost}
			where files.id = any(${sql.param(subjects)}::uuid[]) and ${usedWhereItStands} and ${visibleMeetings(actor)}
			order by files.id, posts.posted_at desc`);
		return new Map(
			rows.map(({ id, name, kind, size, alt, ...post }) => [
				id,
				{ kind: 'file', id, file: { name, kind, size: Number(size) }, text: alt ?? '', ...shownAs(post) }
			])
		);
	}
};
