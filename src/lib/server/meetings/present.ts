import type { Meeting } from '#lib/model/meetings.ts';
import type { Post } from '#lib/model/posts.ts';
import { spoken } from '#lib/model/localized.ts';
import type { meetings, posts } from '../db/schema/meetings.ts';

type MeetingRow = typeof meetings.$inferSelect & { host: string };
type PostRow = typeof posts.$inferSelect & { authorName: string };

export function presentMeeting(row: MeetingRow, locale: string): Meeting {
	return {
		id: row.id,
		network: row.networkId,
		slug: row.slug,
		kind: row.kind,
		number: row.number,
		host: row.host,
		theme: spoken(row.theme, locale),
		startsOn: row.startsOn,
		endsOn: row.endsOn,
		precision: row.precision,
		opensAt: row.opensAt?.replace(' ', 'T') ?? null,
		timeZone: row.timeZone,
		illustrative: row.illustrative,
		stream: row.stream
	};
}

export function presentPost(row: PostRow): Post {
	return {
		id: row.id,
		seq: row.seq,
		author: {
			id: row.authorId,
			name: row.authorName,
			city: row.authorCity,
			role: row.authorRole,
			expertKind: row.authorExpertKind
		},
		at: row.postedAt.toISOString(),
		lang: row.lang,
		revision: row.revision,
		editedAt: row.editedAt?.toISOString() ?? null,
		deletedAt: row.deletedAt?.toISOString() ?? null,
		doc: row.doc
	};
}
