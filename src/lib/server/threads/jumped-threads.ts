import { sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { mostJumpedCounted, type JumpedThread } from '#lib/model/threads/jumped-over.ts';
import { threadPlace } from '#lib/model/threads/thread-place.ts';
import { readableThreads } from '../access/readable-streams.ts';
import type { Database } from '../db/client.ts';
import { cameIn, jumpable } from './count-jumped.ts';

interface Row extends Record<string, unknown> {
	stream: string;
	count: number;
	seq: string;
	root: string | null;
}

/**
 * The threads of which somebody has jumped over something that they may still read, by stream; nothing for visitors. For lists of
 * threads: it counts by the rule of `countJumped`, stretch by stretch, without those that end before they came in.
 */
export async function jumpedThreads(db: Database, actor: Actor): Promise<Record<string, JumpedThread>> {
	if (actor.kind === 'visitor') return {};
	const most = sql.raw(String(mostJumpedCounted));
	const within = sql`posts.stream = streams.id and posts.seq >= lower(stretch) and posts.seq < upper(stretch)`;
	const rows = await db.execute<Row>(sql`
		select streams.id as stream, jumped.count, posts.seq, posts.root
		from read_states join streams on streams.id = read_states.stream
		cross join lateral (select ${cameIn(actor.id)} as since) came
		cross join lateral (
			select count(*)::int as count, min(seq) as first from (
				select found.seq from unnest(read_states.jumped) stretch
				cross join lateral (
					select posted_at from posts where ${within} order by posts.stream desc, posts.seq desc limit 1) last
				cross join lateral (
					select posts.seq from posts where ${within} and ${jumpable(actor.id, sql`came.since`)} order by posts.stream, posts.seq limit ${most}) found
				where last.posted_at >= coalesce(came.since, '-infinity') limit ${most}) found) jumped
		join posts on posts.stream = streams.id and posts.seq = jumped.first
		where read_states.person_id = ${actor.id}::uuid and not isempty(read_states.jumped) and ${readableThreads(actor)}`);
	return Object.fromEntries(
		rows.map(({ stream, count, seq, root }) => [
			stream,
			{ count, place: threadPlace('', { seq: Number(seq), root: root === null ? null : Number(root) }) }
		])
	);
}
