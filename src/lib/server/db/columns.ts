import { sql, type SQL } from 'drizzle-orm';
import { customType, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';

/** A moment that happened. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

export const id = () => uuid('id').primaryKey();

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
	dataType: () => 'bytea'
});

/** That a column holds one of these words, for a check constraint. The words are ours and need no escaping. */
export function oneOf(column: AnyPgColumn, words: readonly string[]): SQL {
	return sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`;
}

/** Numbers of events, as `{[1,5),[7,8)}`. */
export const ranges = customType<{ data: string }>({ dataType: () => 'int8multirange' });
