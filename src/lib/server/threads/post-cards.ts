import { and, eq, sql } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';
import { readableThreads } from '../access/readable-streams.ts';
import type { Database, Transaction } from '../db/client.ts';
import { people } from '../db/schema/people.ts';
import { streams } from '../db/schema/streams.ts';
import { posts } from '../db/schema/threads.ts';
import { excerptOfPost } from './excerpt.ts';
import { addressOfPost, presentSubjects } from './subjects.ts';

/** How posts are shown of which somebody was told, as far as this person may see them now. */
export async function postCards(db: Database | Transaction, person: Person, locale: string, entries: Entry[]): Promise<Card[]> {
	if (entries.length === 0) return [];
	const rows = await db
		.select({
			id: sql<string>`told.id`,
			reason: sql<Entry['kind']>`told.kind`,
			seq: posts.seq,
			kind: streams.kind,
			subjectId: streams.subjectId,
			network: streams.networkId,
			authorId: posts.authorId,
			name: people.name,
			role: posts.authorRole,
			city: posts.authorCity,
			expertKind: posts.authorExpertKind,
			root: posts.root,
			lang: posts.lang,
			deletedAt: posts.deletedAt,
			hiddenAt: posts.hiddenAt,
			because: sql<
				string | null
			>`case when told.kind = 'moderation' and ${posts.authorId} = ${person.id} then ${posts.hiddenReason} end`,
			lead: sql<{ id: string; name: string } | null>`case when told.kind = 'moderation' then (
				select json_build_object('id', lead.id, 'name', lead.name) from people lead where lead.id = told.actor) end`,
			doc: sql<Doc | null>`case when ${posts.hiddenAt} is null then ${posts.doc} end`,
			files: posts.files,
			wroteToo: sql<boolean>`exists (
				select from posts own where own.stream = ${posts.stream} and own.author_id = ${person.id}
					and coalesce(own.root, own.seq) = coalesce(${posts.root}, ${posts.seq}) and own.seq < ${posts.seq})`
		})
		.from(sql`jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as told(id uuid, kind text, stream text, seq bigint, actor uuid)`)
		.innerJoin(streams, eq(streams.id, sql`told.stream`))
		.innerJoin(posts, and(eq(posts.stream, streams.id), eq(posts.seq, sql`told.seq`)))
		.innerJoin(people, eq(people.id, posts.authorId))
		.where(readableThreads(person));
	const subject = await presentSubjects(db, person, locale, rows);
	return rows.flatMap((row): Card[] => {
		const named = subject(row);
		if (!named) return [];
		return [
			{
				id: row.id,
				item: { kind: row.kind, id: row.subjectId, ...named },
				href: addressOfPost(named, row.seq),
				who: row.lead
					? { ...row.lead, city: null, role: 'lead', expertKind: null }
					: { id: row.authorId, name: row.name, city: row.city, role: row.role, expertKind: row.expertKind },
				city: row.reason === 'city' ? answeredFor(person, row.network) : null,
				inOwnDiscussion: row.wroteToo,
				begins: null,
				because: row.because,
				state: row.deletedAt ? 'deleted' : row.hiddenAt ? 'hidden' : 'there',
				excerpt: row.doc ? excerptOfPost({ ...row, doc: row.doc }) : null
			}
		];
	});
}

/** The city that somebody is reached for when it is mentioned. */
function answeredFor({ memberships }: Person, network: string | null): string | null {
	return memberships.find((held) => held.network === network && ['coordinator', 'officer'].includes(held.role))?.city ?? null;
}
