import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A moment that happened. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

export const id = () => uuid('id').primaryKey();

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
	dataType: () => 'bytea'
});

/** Numbers of events, as `{[1,5),[7,8)}`. */
export const ranges = customType<{ data: string }>({ dataType: () => 'int8multirange' });
