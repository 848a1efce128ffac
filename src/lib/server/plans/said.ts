import { sql } from 'drizzle-orm';
import { planDraftStream, planStream, type PlanHead } from '#lib/model/plans/plan.ts';
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
