import { pgTable, text } from 'drizzle-orm/pg-core';

/** Every kind of things that others refer to by kind and id; filled from the list of nouns at the start. */
export const kinds = pgTable('kinds', { kind: text('kind').primaryKey() });
