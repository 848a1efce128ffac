import { and, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PostPlace } from '#lib/model/threads/moderated.ts';
import { can } from '#lib/model/policy.ts';
import { readableThreads } from '../access/readable-streams.ts';
import type { Database } from '../db/client.ts';
import { people } from '../db/schema/people.ts';
import { audit, streams } from '../db/schema/streams.ts';
import { posts } from '../db/schema/threads.ts';
import type { Looking, ModerationSource } from '../moderation/source.ts';
import { addressOfPost, presentSubjects } from './subjects.ts';

const leads = alias(people, 'leads');
const place = {
	id: posts.id,
	kind: streams.kind,
	subjectId: streams.subjectId,
	seq: posts.seq,
	author: sql<{ id: string; name: string }>`json_build_object('id', ${people.id}, 'name', ${people.name})`
};

interface Placed {
	id: string;
	kind: string;
	subjectId: string;
	seq: number;
	author: { id: string; name: string };
}

const acts = ['post.hidden', 'post.restored'];

/** Posts that were hidden and restored, in threads that whoever looks moderates. */
export const moderatedPosts: ModerationSource<'post'> = {
	kind: 'post',
	acts,

	async known({ db }, looking) {
		return sql`exists (select from posts where posts.id = ${audit.subjectId}::uuid and ${await moderated(db, looking)})`;
	},

	async hidden({ db }, looking, most) {
		const everHidden = db
			.select({ id: sql`${audit.subjectId}::uuid` })
			.from(audit)
			.where(and(eq(audit.networkId, looking.network), eq(audit.action, 'post.hidden')));
		const rows = await db
			.select({ at: posts.hiddenAt, by: leads.name, reason: posts.hiddenReason, ...place })
			.from(posts)
			.innerJoin(leads, eq(leads.id, posts.hiddenBy))
			.innerJoin(people, eq(people.id, posts.authorId))
			.innerJoin(streams, eq(streams.id, posts.stream))
			.where(
				and(
					inArray(posts.id, everHidden),
					sql`${posts.hiddenAt} is not null`,
					isNull(posts.deletedAt),
					await moderated(db, looking)
				)
			)
			.orderBy(desc(posts.hiddenAt), desc(posts.id))
			.limit(most);
		const places = await placesOf(db, looking, rows);
		return rows.flatMap(({ id, at, by, reason }) => {
			const thing = places.get(id);
			return thing && at ? [{ kind: 'post' as const, id, at: at.toISOString(), by, reason: reason ?? '', thing }] : [];
		});
	},

	async present({ db }, looking, ids) {
		const rows = await db
			.select(place)
			.from(posts)
			.innerJoin(people, eq(people.id, posts.authorId))
			.innerJoin(streams, eq(streams.id, posts.stream))
			.where(inArray(posts.id, ids));
		return placesOf(db, looking, rows);
	}
};

interface Acted extends Record<string, unknown> {
	stream: string;
	kind: string;
	network: string;
	audience: string[];
}

/** Part of a query over `posts`: in threads that this lead moderates, as their kind sees it, of those where anything was done. */
async function moderated(db: Database, { lead, network }: Looking): Promise<SQL> {
	const rows = await db.execute<Acted>(sql`
		select streams.id as stream, streams.kind, streams.network_id as network, to_jsonb(streams.audience) as audience
		from streams where ${readableThreads(lead)} and streams.id in (
			select posts.stream from audit join posts on posts.id = audit.subject_id::uuid
			where audit.network_id = ${network} and audit.action = any(${sql.param(acts)}::text[]))`);
	const its = rows.filter((subject) => can(lead, 'thread.moderate', { subject })).map(({ stream }) => stream);
	return sql`posts.stream = any(${sql.param(its)}::text[])`;
}

async function placesOf(db: Database, { lead, locale }: Looking, rows: readonly Placed[]): Promise<Map<string, PostPlace>> {
	const subject = await presentSubjects(db, lead, locale, rows);
	return new Map(
		rows.flatMap((row) => {
			const named = subject(row);
			return named ? [[row.id, { href: addressOfPost(named, row.seq), title: named.title, author: row.author }] as const] : [];
		})
	);
}
