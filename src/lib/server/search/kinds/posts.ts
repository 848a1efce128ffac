import { sql } from 'drizzle-orm';
import type { Doc } from '#lib/model/documents/doc.ts';
import { toText } from '#lib/model/documents/text.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import type { MeetingTag } from '#lib/model/search/results.ts';
import type { PersonTag } from '#lib/model/tags.ts';
import { saidIn } from '../../meetings/opening.ts';
import { visibleMeetings } from '../../meetings/visible.ts';
import type { SearchSource } from '../source.ts';

interface Row {
	id: string;
	network_id: string;
	author_id: string;
	author_city: string | null;
	posted_at: Date;
	lang: string;
	doc: Doc;
}

interface ShownRow extends Record<string, unknown> {
	id: string;
	seq: string;
	slug: string;
	at: string;
	lang: string;
	doc: Doc;
	files: AttachedFile[] | null;
	author: PersonTag;
	meeting: MeetingTag;
}

const standing = sql`posts.deleted_at is null and posts.hidden_at is null`;

export const posts: SearchSource = {
	kind: 'post',
	lasting: false,
	events: ['post.posted', 'post.edited', 'post.deleted', 'post.hidden', 'post.restored'],

	async entries(db, subjects) {
		const rows = await db<Row[]>`
			select posts.id, meetings.network_id, posts.author_id, posts.author_city, posts.posted_at, posts.lang, posts.doc
			from posts join meetings on meetings.id = posts.meeting_id
			where posts.id = any(${subjects}::uuid[]) and posts.deleted_at is null and posts.hidden_at is null`;
		return rows.map(({ id, network_id, author_id, author_city, posted_at, lang, doc }) => ({
			subject: id,
			network: network_id,
			city: author_city,
			person: author_id,
			lang,
			at: posted_at,
			texts: [{ text: toText(doc).text, lang, weight: 'D' }]
		}));
	},

	// The meetings are looked up once, and not for every post; the offset keeps the planner from reading all posts instead of these.
	visible: ({ actor }) => sql`exists (
		select from posts where posts.id = found.subject_id and ${standing}
			and posts.meeting_id = any(array(select meetings.id from meetings where ${visibleMeetings(actor)})) offset 0)`,

	async present({ db }, { actor }, subjects) {
		const rows = await db.execute<ShownRow>(sql`
			select posts.id, posts.seq, meetings.slug, posts.posted_at as at, posts.lang, posts.doc, posts.files,
				json_build_object('id', people.id, 'name', people.name, 'city', posts.author_city,
					'role', posts.author_role, 'expertKind', posts.author_expert_kind) as author,
				json_build_object('kind', meetings.kind, 'number', meetings.number, 'host', partners.code) as meeting
			from posts
			join meetings on meetings.id = posts.meeting_id
			join partners on partners.id = meetings.host_id
			join people on people.id = posts.author_id
			where posts.id = any(${sql.param(subjects)}::uuid[]) and ${standing} and ${visibleMeetings(actor)}`);
		return new Map(
			rows.map(({ id, seq, slug, at, lang, doc, files, author, meeting }) => [
				id,
				{ kind: 'post', id, href: `/meetings/${slug}?from=${seq}#p-${seq}`, author, meeting, at: new Date(at).toISOString(), lang, text: saidIn(doc, files) }
			])
		);
	}
};
