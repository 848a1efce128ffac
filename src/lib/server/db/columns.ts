import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A moment that happened. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

export const id = () => uuid('id').primaryKey();

/** A text in several interface languages, by locale. */
export type Localized = Partial<Record<string, string>> & { en: string };

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
	dataType: () => 'bytea'
});
