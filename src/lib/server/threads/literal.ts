import { sql, type SQL } from 'drizzle-orm';

/** A number of ours stands in the statement itself: PostgreSQL keeps no plan of a statement with very many values. */
export function literal(number: number): SQL {
	return sql.raw(String(number));
}
