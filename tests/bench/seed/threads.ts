import type { TransactionSql } from 'postgres';
import type { Sql } from 'postgres';
import { audienceOfMeeting } from '#lib/server/meetings/audience.ts';
import { firstWriter, meetingId, networkId, personId, streamOf } from './names.ts';
import { seedDocs } from './texts.ts';

export interface SeedThread {
	slug: string;
	posts: number;
	/** So many of them begin a discussion, one after every so many answers in those that have begun; without it all do. */
	discussions?: number;
	/** Number of the network it belongs to. */
	network: number;
}

/** People who write in a thread of the seed. */
const authors = 24;

/** Meetings with so many posts, and their events; the newest post is an hour old. */
export async function seedThreads(sql: Sql, threads: SeedThread[]): Promise<void> {
	await sql.begin(async (tx) => {
		await tx`set local synchronous_commit = off`;
		await tx`create temp table texts (n int, doc jsonb) on commit drop`;
		const texts = seedDocs().map((doc, n) => ({ n, doc: sql.json(doc as never) }));
		await tx`insert into texts ${tx(texts)}`;
		await tx`create temp table authors (n int, id uuid) on commit drop`;
		const ids = Array.from({ length: authors }, (_, n) => ({ n, id: personId(firstWriter + n) }));
		await tx`insert into authors ${tx(ids)}`;
		await tx`create temp table fresh on commit drop as select * from posts limit 0`;
		for (const thread of threads) await seedThread(tx, thread, texts.length);
		// As `record` leaves it; the tables of earlier builds do not tell.
		const [told] = await tx`select from information_schema.columns where table_name = 'streams' and column_name = 'spoken'`;
		if (told) await tx`update streams set spoken = true where seq > 0`;
	});
}

async function seedThread(tx: TransactionSql, { slug, posts, discussions = posts, network }: SeedThread, texts: number): Promise<void> {
	const [id, stream, at] = [meetingId(slug), streamOf(slug), networkId(network)];
	await tx`
		insert into streams (id, seq, network_id, kind, subject_id, audience)
		values (${stream}, ${posts}, ${at}, 'meeting', ${id}, ${audienceOfMeeting({ network: at })})`;
	await tx`
		insert into meetings (id, network_id, slug, kind, number, host_id, theme, starts_on, ends_on, precision, time_zone, stream)
		select ${id}, ${at}, ${slug}, 'exchange', 1, partners.id, '{"en": "How a network talks when everybody talks"}',
			'2017-05-10', '2017-05-11', 'day', partners.time_zone, ${stream}
		from partners where network_id = ${at} and position = 1`;
	await tx`truncate fresh`;
	const every = Math.max(1, Math.floor(posts / Math.max(1, discussions)));
	await tx`
		insert into fresh (id, stream, seq, root, kind, author_id, author_role, author_city, posted_at, lang, doc, revision)
		select gen_random_uuid(), ${stream}, seq,
			case when (seq - 1) % ${every} > 0 then 1 + ${every} * ((seq * 7919::bigint) % ((seq - 1) / ${every} + 1)) end,
			'post', authors.id, 'officer', partners.code,
			date_trunc('second', now()) - (${posts} - seq) * interval '7 minutes' - interval '1 hour', 'en', texts.doc, 1
		from generate_series(1, ${posts}) as seq
		join texts on texts.n = seq % ${texts}
		join authors on authors.n = (seq * 7 + seq / 5) % ${authors}
		join memberships on memberships.person_id = authors.id
		join partners on partners.id = memberships.partner_id`;
	await tx`insert into posts select * from fresh`;
	await tx`
		insert into events (stream, seq, name, actor_id, at, countable, payload)
		select ${stream}, seq, 'post.posted', author_id, posted_at, true, jsonb_build_object(
			'id', fresh.id, 'root', root, 'author', jsonb_build_object('id', author_id, 'name', people.name, 'city', author_city, 'role', author_role, 'expertKind', null),
			'at', to_char(posted_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'lang', lang, 'doc', doc)
		from fresh join people on people.id = author_id`;
}

/** Everybody has read everything, but for the last so many posts of the named threads. */
export async function seedCursors(sql: Sql, unread: Record<string, number>): Promise<void> {
	const left = Object.entries(unread).map(([slug, posts]) => ({ stream: streamOf(slug), posts }));
	await sql`
		insert into read_states (person_id, stream, read, jumped)
		select memberships.person_id, streams.id, int8multirange(int8range(1, 1 + greatest(0, streams.seq - coalesce(unread.posts, 0)))), '{}'
		from memberships join meetings using (network_id) join streams on streams.id = meetings.stream
		left join jsonb_to_recordset(${sql.json(left)}) as unread (stream text, posts int) on unread.stream = streams.id
		where streams.seq > 0`;
}
