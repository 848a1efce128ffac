import { sql } from 'drizzle-orm';
import type { FileKind } from '#lib/model/files/kinds.ts';
import type { MeetingTag } from '#lib/model/search/results.ts';
import type { PersonTag } from '#lib/model/tags.ts';
import { inPosts } from '../../meetings/files-in-posts.ts';
import { visibleMeetings } from '../../meetings/visible.ts';
import { fileWords } from '../kind-words.ts';
import type { SearchSource } from '../source.ts';

interface Row {
	id: string;
	network_id: string;
	author_id: string;
	author_city: string | null;
	posted_at: Date;
	lang: string;
	name: string;
	kind: FileKind;
	alt: string | null;
}

interface ShownRow extends Record<string, unknown> {
	id: string;
	seq: string;
	slug: string;
	at: string;
	lang: string;
	name: string;
	kind: FileKind;
	size: string;
	alt: string | null;
	author: PersonTag;
	meeting: MeetingTag;
}

const standing = sql`used.subject_kind = ${inPosts} and posts.deleted_at is null and posts.hidden_at is null`;

/** Files by their names and by what their pictures show; each leads to the newest post it stands in. */
export const files: SearchSource = {
	kind: 'file',
	lasting: false,
	events: [],

	async entries(db, subjects) {
		const rows = await db<Row[]>`
			select distinct on (files.id, meetings.network_id)
				files.id, meetings.network_id, posts.author_id, posts.author_city, posts.posted_at, posts.lang, files.name, files.kind, used.alt
			from files
			join file_uses used on used.file_id = files.id and used.subject_kind = ${inPosts}
			join posts on posts.id = used.subject_id and posts.deleted_at is null and posts.hidden_at is null
			join meetings on meetings.id = posts.meeting_id
			where files.id = any(${subjects}::uuid[])
			order by files.id, meetings.network_id, posts.posted_at desc`;
		return rows.map(({ id, network_id, author_id, author_city, posted_at, lang, name, kind, alt }) => ({
			subject: id,
			network: network_id,
			city: author_city,
			person: author_id,
			lang,
			at: posted_at,
			texts: [{ text: name, lang, weight: 'A' }, ...fileWords(kind), { text: alt ?? '', lang, weight: 'D' }]
		}));
	},

	visible: ({ actor }) => sql`exists (
		select from file_uses used join posts on posts.id = used.subject_id
		where used.file_id = found.subject_id and ${standing}
			and posts.meeting_id = any(array(select meetings.id from meetings where ${visibleMeetings(actor)})))`,

	async present({ db }, { actor }, subjects) {
		const rows = await db.execute<ShownRow>(sql`
			select distinct on (files.id)
				files.id, posts.seq, meetings.slug, posts.posted_at as at, posts.lang, files.name, files.kind, files.size, used.alt,
				json_build_object('id', people.id, 'name', people.name, 'city', posts.author_city,
					'role', posts.author_role, 'expertKind', posts.author_expert_kind) as author,
				json_build_object('kind', meetings.kind, 'number', meetings.number, 'host', partners.code) as meeting
			from files
			join file_uses used on used.file_id = files.id
			join posts on posts.id = used.subject_id
			join meetings on meetings.id = posts.meeting_id
			join partners on partners.id = meetings.host_id
			join people on people.id = posts.author_id
			where files.id = any(${sql.param(subjects)}::uuid[]) and ${standing} and ${visibleMeetings(actor)}
			order by files.id, posts.posted_at desc`);
		return new Map(
			rows.map(({ id, seq, slug, at, lang, name, kind, size, alt, author, meeting }) => [
				id,
				{
					kind: 'file',
					id,
					href: `/meetings/${slug}?from=${seq}#p-${seq}`,
					file: { name, kind, size: Number(size) },
					author,
					meeting,
					at: new Date(at).toISOString(),
					lang,
					text: alt ?? ''
				}
			])
		);
	}
};
