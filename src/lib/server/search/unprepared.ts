import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Sql } from 'postgres';

const dialect = new PgDialect();

/**
 * Runs a statement planned for its very values. A prepared one is planned once for all words, but a common word is found
 * fastest by going through the newest entries, and a rare one by the index.
 */
export async function unprepared<Row>(client: Sql, statement: SQL): Promise<Row[]> {
	const { sql, params } = dialect.sqlToQuery(statement);
	return (await client.unsafe(sql, params as never[], { prepare: false })) as unknown as Row[];
}
