import { and, eq, sql } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';
import { spoken } from '#lib/model/localized.ts';
import type { Database, Transaction } from '../db/client.ts';
import { meetings, posts } from '../db/schema/meetings.ts';
import { partners } from '../db/schema/networks.ts';
import { people } from '../db/schema/people.ts';
import type { NotificationItems } from '../notifications/inbox/items.ts';
import { excerptOf } from './opening.ts';
import { reminderCards } from './reminder-cards.ts';
import { readNetworks } from '../access/read-networks.ts';
import { visibleMeetings } from './visible.ts';

/** What meetings tell the inbox. */
export const meetingItems: NotificationItems = {
	kind: 'meeting',
	visible: (person: Person) => sql`notifications.network_id = any(${sql.param(readNetworks(person))}::uuid[])`,
	cards
};

async function cards(db: Database | Transaction, person: Person, locale: string, entries: Entry[]): Promise<Card[]> {
	const { reminders = [], said = [] } = Object.groupBy(entries, ({ kind }) => (kind === 'reminder' ? 'reminders' : 'said'));
	return (await Promise.all([reminderCards(db, person, locale, reminders), cardsOfPosts(db, person, locale, said)])).flat();
}

async function cardsOfPosts(db: Database | Transaction, person: Person, locale: string, entries: Entry[]): Promise<Card[]> {
	if (entries.length === 0) return [];
	const rows = await db
		.select({
			id: sql<string>`told.id`,
			kind: sql<Entry['kind']>`told.kind`,
			seq: posts.seq,
			meetingId: meetings.id,
			network: meetings.networkId,
			slug: meetings.slug,
			theme: meetings.theme,
			host: partners.code,
			authorId: posts.authorId,
			name: people.name,
			role: posts.authorRole,
			city: posts.authorCity,
			expertKind: posts.authorExpertKind,
			root: posts.root,
			lang: posts.lang,
			deletedAt: posts.deletedAt,
			hiddenAt: posts.hiddenAt,
			doc: sql<Doc | null>`case when ${posts.hiddenAt} is null then ${posts.doc} end`,
			files: posts.files,
			wroteToo: sql<boolean>`exists (
				select from posts own where own.meeting_id = ${posts.meetingId} and own.author_id = ${person.id}
					and coalesce(own.root, own.seq) = coalesce(${posts.root}, ${posts.seq}) and own.seq < ${posts.seq})`
		})
		.from(sql`jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as told(id uuid, kind text, stream text, seq bigint)`)
		.innerJoin(meetings, eq(meetings.stream, sql`told.stream`))
		.innerJoin(partners, eq(partners.id, meetings.hostId))
		.innerJoin(posts, and(eq(posts.meetingId, meetings.id), eq(posts.seq, sql`told.seq`)))
		.innerJoin(people, eq(people.id, posts.authorId))
		.where(visibleMeetings(person));
	return rows.map((row) => ({
		id: row.id,
		item: { kind: 'meeting', id: row.meetingId, title: spoken(row.theme, locale), city: row.host, href: `/meetings/${row.slug}` },
		href: `/meetings/${row.slug}/p/${row.seq}`,
		who: { id: row.authorId, name: row.name, city: row.city, role: row.role, expertKind: row.expertKind },
		city: row.kind === 'city' ? answeredFor(person, row.network) : null,
		inOwnDiscussion: row.wroteToo,
		begins: null,
		state: row.deletedAt ? 'deleted' : row.hiddenAt ? 'hidden' : 'there',
		excerpt: row.doc ? excerptOf({ ...row, doc: row.doc }) : null
	}));
}

/** The city that somebody is reached for when it is mentioned. */
function answeredFor({ memberships }: Person, network: string): string | null {
	return memberships.find((held) => held.network === network && ['coordinator', 'officer'].includes(held.role))?.city ?? null;
}
