import { desc, eq } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { planRows } from '../../db/schema/plan-rows.ts';

/** The last row of a section, retired ones among them; null where there is none. */
export async function lastRowOf(db: Database, section: string): Promise<string | null> {
	const [last] = await db
		.select({ id: planRows.id })
		.from(planRows)
		.where(eq(planRows.sectionId, section))
		.orderBy(desc(planRows.position), desc(planRows.id))
		.limit(1);
	return last?.id ?? null;
}
