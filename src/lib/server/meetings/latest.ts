import { and, desc, eq, getTableColumns, isNull, ne } from 'drizzle-orm';
import type { Person } from '#lib/model/actor.ts';
import { toText } from '#lib/model/documents/text.ts';
import type { PersonTag } from '#lib/model/tags.ts';
import type { Database } from '../db/client.ts';
import { meetings, posts } from '../db/schema/meetings.ts';
import { partners } from '../db/schema/networks.ts';
import { people } from '../db/schema/people.ts';
import { cursors } from '../db/schema/streams.ts';
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

/** Characters of a post that are told. */
const told = 180;

/** What others wrote last in the meetings that the reader may read. */
export async function latestPosts(db: Database, person: Person, most: number): Promise<LatestPost[]> {
	const rows = await db
		.select({
			...getTableColumns(posts),
			authorName: people.name,
			slug: meetings.slug,
			host: partners.code,
			read: cursors.seq
		})
		.from(posts)
		.innerJoin(people, eq(people.id, posts.authorId))
		.innerJoin(meetings, eq(meetings.id, posts.meetingId))
		.innerJoin(partners, eq(partners.id, meetings.hostId))
		.leftJoin(cursors, and(eq(cursors.stream, meetings.stream), eq(cursors.personId, person.id)))
		.where(and(visibleMeetings(person), isNull(posts.deletedAt), isNull(posts.hiddenAt), ne(posts.authorId, person.id)))
		.orderBy(desc(posts.postedAt), desc(posts.seq))
		.limit(most);
	return rows.map(({ id, seq, slug, host, lang, ...row }) => ({
		id,
		seq,
		slug,
		host,
		author: { id: row.authorId, name: row.authorName, city: row.authorCity, role: row.authorRole, expertKind: row.authorExpertKind },
		at: row.postedAt.toISOString(),
		lang,
		opening: row.doc ? opening(toText(row.doc).text) : '',
		unread: seq > (row.read ?? 0)
	}));
}

/** Whole words from the start, in one line; of an endless word whole letters. */
function opening(text: string): string {
	const line = text.replace(/\s+/gu, ' ').trim();
	if (line.length <= told) return line;
	const cut = line.slice(0, told + 1);
	const space = cut.lastIndexOf(' ');
	if (space > told / 2) return `${cut.slice(0, space)} …`;
	const letters = Array.from(new Intl.Segmenter().segment(cut), ({ segment }) => segment);
	return `${letters.slice(0, -1).join('')}…`;
}
