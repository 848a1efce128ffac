import { sql } from 'drizzle-orm';
import type { Actor } from '#lib/model/access/actor.ts';
import { planDraftStream, planStream, type PlanHead } from '#lib/model/plans/plan.ts';
import { inReadableStream } from '../access/readable-streams.ts';
import type { Database } from '../db/client.ts';

/** How many messages stand in the threads of a plan; null for one that this reader does not read, or that is not there yet. */
export async function saidOfPlan(
	db: Database,
	{ id, openedAt }: Pick<PlanHead, 'id' | 'openedAt'>,
	readsDraft: boolean
): Promise<{ open: number | null; draft: number | null }> {
	const [row] = await db.execute<{ open: number; draft: number }>(sql`
		select count(*) filter (where stream = ${planStream(id)})::int as open,
			count(*) filter (where stream = ${planDraftStream(id)})::int as draft
		from posts where stream in (${planStream(id)}, ${planDraftStream(id)}) and deleted_at is null and hidden_at is null`);
	return { open: openedAt === null ? null : (row?.open ?? 0), draft: readsDraft ? (row?.draft ?? 0) : null };
}

/**
 * What happened to a plan, besides messages, that this reader has not read yet, by stream: who opens its page reads it there.
 * In ranges of one place each.
 */
export async function unreadNewsOfPlan(
	db: Database,
	actor: Actor,
	{ id }: Pick<PlanHead, 'id'>
): Promise<{ stream: string; read: [number, number][]; jumped: [] }[]> {
	if (actor.kind !== 'person') return [];
	const rows = await db.execute<{ stream: string; seqs: number[] }>(sql`
		select events.stream, array_agg(events.seq::int order by events.seq) as seqs from events
		join streams on streams.id = events.stream and ${inReadableStream(actor, sql`streams.id`)}
		left join read_states seen on seen.stream = events.stream and seen.person_id = ${actor.id}
		where events.stream in (${planStream(id)}, ${planDraftStream(id)}) and events.countable and events.name <> 'post.posted'
			and events.actor_id is distinct from ${actor.id}::uuid
			and not coalesce(events.seq <@ seen.read or events.seq <@ seen.jumped, false)
		group by events.stream`);
	return rows.map(({ stream, seqs }) => ({ stream, read: seqs.slice(-400).map((seq) => [seq, seq]), jumped: [] }));
}
