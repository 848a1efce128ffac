import { and, desc, eq, isNull, ne } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { PersonTag } from '#lib/model/people/tags.ts';
import type { Database } from '../db/client.ts';
import { meetings, posts } from '../db/schema/meetings.ts';
import { partners } from '../db/schema/networks.ts';
import { people } from '../db/schema/people.ts';
import { cursors } from '../db/schema/streams.ts';
import { opening } from './opening.ts';
import { visibleMeetings } from './visible.ts';

/** The beginning of a post, as it is told elsewhere than in its thread. */
export interface LatestPost {
	id: string;
	seq: number;
	/** The meeting it stands in, and the code of the city that hosts it. */
	slug: string;
	host: string;
	author: PersonTag;
	at: string;
	lang: string;
	opening: string;
	unread: boolean;
}

/** What others wrote last in the meetings that the reader may read: the last of each, and of these the last. */
export async function latestPosts(db: Database, person: Person, most: number): Promise<LatestPost[]> {
	const last = db
		.select()
		.from(posts)
		.where(and(eq(posts.meetingId, meetings.id), isNull(posts.deletedAt), isNull(posts.hiddenAt), ne(posts.authorId, person.id)))
		.orderBy(desc(posts.seq))
		.limit(most)
		.as('last');
	const rows = await db
		.select({
			id: last.id,
			seq: last.seq,
			authorId: last.authorId,
			authorCity: last.authorCity,
			authorRole: last.authorRole,
			authorExpertKind: last.authorExpertKind,
			postedAt: last.postedAt,
			lang: last.lang,
			doc: last.doc,
			files: last.files,
			authorName: people.name,
			slug: meetings.slug,
			host: partners.code,
			read: cursors.seq
		})
		.from(meetings)
		.crossJoinLateral(last)
		.innerJoin(people, eq(people.id, last.authorId))
		.innerJoin(partners, eq(partners.id, meetings.hostId))
		.leftJoin(cursors, and(eq(cursors.stream, meetings.stream), eq(cursors.personId, person.id)))
		.where(visibleMeetings(person))
		.orderBy(desc(last.postedAt), desc(last.seq))
		.limit(most);
	return rows.map(({ id, seq, slug, host, lang, ...row }) => ({
		id,
		seq,
		slug,
		host,
		author: { id: row.authorId, name: row.authorName, city: row.authorCity, role: row.authorRole, expertKind: row.authorExpertKind },
		at: row.postedAt.toISOString(),
		lang,
		opening: row.doc ? opening(row.doc, row.files) : '',
		unread: seq > (row.read ?? 0)
	}));
}
