import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { enduring } from './enduring.ts';
import { prepared } from './prepared.ts';
import * as schema from './schema/index.ts';

export type Database = ReturnType<typeof typed>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

function typed(client: Sql) {
	return drizzle(prepared(client), { schema });
}

export interface Clients {
	db: Database;
	/** For raw SQL: Drizzle changes how its own client parses. */
	sql: Sql;
	close(): Promise<void>;
}

/**
 * The statements of the nouns find a few rows by their keys, whatever the values are. PostgreSQL would plan them anew each
 * time because it takes an average thread for a long one: a third of the price of a page, and of a message.
 */
const plannedOnce = { plan_cache_mode: 'force_generic_plan' };

/**
 * No statement of a page or a job takes this long, and no transaction waits this long for its process: a file on its way into a
 * slow bucket is the longest. The database ends what does, and what belongs to a machine that is gone, so that it holds no lock.
 */
const limits = {
	statement_timeout: 120_000,
	idle_in_transaction_session_timeout: 600_000,
	tcp_keepalives_idle: 60,
	tcp_keepalives_interval: 10,
	tcp_keepalives_count: 3
};

/** Opens the pools; connections are made when first used. */
export function connect(url: string, { max = 10 }: { max?: number } = {}): Clients {
	const options = { onnotice: () => {}, connection: { application_name: 'swing', ...limits } };
	const forDrizzle = enduring(url, { ...options, max, connection: { ...options.connection, ...plannedOnce } }, typed);
	const sql = enduring(url, { ...options, max: Math.max(2, Math.floor(max / 2)) });
	return {
		db: typed(forDrizzle),
		sql,
		async close() {
			await Promise.all([forDrizzle.end({ timeout: 5 }), sql.end({ timeout: 5 })]);
		}
	};
}
