import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { planDraftStream, planStream } from '#lib/model/plans/plan.ts';

/**
 * Takes a section's words out of all events that carry them, in both streams of its plan and for ever: whoever catches up loads
 * the section instead, and is told nothing of a hidden one.
 */
export async function eraseSectionWords(tx: Transaction, { planId, id }: { planId: string; id: string }): Promise<void> {
	const streams = sql.param([planDraftStream(planId), planStream(planId)]);
	await tx.execute(sql`
		update events set payload = jsonb_set(jsonb_set(payload, '{blocks}', 'null'), '{title}', '""')
		where stream = any(${streams}::text[]) and name = 'section.saved' and payload ->> 'id' = ${id}`);
	await tx.execute(sql`
		update events set payload = jsonb_set(payload, '{head,title}', '""')
		where stream = any(${streams}::text[]) and name = 'section.added' and payload ->> 'id' = ${id}`);
}
