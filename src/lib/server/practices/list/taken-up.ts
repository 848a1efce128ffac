import { sql, type SQL } from 'drizzle-orm';
import type { TakenUp } from '#lib/model/practices/listed.ts';
import type { Database } from '../../db/client.ts';

/** Where an adoption stands; what stopped stands nowhere else. Who has only asked has taken up nothing. */
const standing = sql`case when adoptions.stopped_at is null then adoptions.stage else 'stopped' end`;

/**
 * How far cities are with each entry of a network, for those with which any is: `practice_id`, `stages` (each once, `stopped` for
 * what stopped) and `cities`, how many still go on.
 */
export function takenUp(network: string): SQL {
	return sql`select practice_id, array_agg(distinct ${standing}) as stages, (count(*) filter (where stopped_at is null))::int as cities
		from adoptions where network_id = ${network} and stage is not null group by practice_id`;
}

/** The cities that have taken up these entries, by the entry, in the order in which they came to where they are. */
export async function takenUpBy(db: Database, ids: string[]): Promise<Map<string, TakenUp[]>> {
	const rows = await db.execute<TakenUp & { practice_id: string } & Record<string, unknown>>(sql`
		select adoptions.practice_id, partners.code as city, ${standing} as stage
		from adoptions join partners on partners.id = adoptions.partner_id
		where adoptions.practice_id = any(${sql.param(ids)}::uuid[]) and adoptions.stage is not null
		order by adoptions.stage_at, partners.position`);
	const by = Map.groupBy(rows, ({ practice_id }) => practice_id);
	return new Map([...by].map(([id, its]) => [id, its.map(({ city, stage }) => ({ city, stage }))]));
}
