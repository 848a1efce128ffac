import { date, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Sql } from 'postgres';
import { moment } from '#lib/server/db/columns.ts';

export const memos = pgTable('memos', {
	id: uuid('id').primaryKey(),
	networkId: uuid('network_id').notNull(),
	city: text('city').notNull(),
	title: text('title').notNull(),
	authorId: uuid('author_id').notNull(),
	stream: text('stream').notNull(),
	writtenAt: moment('written_at').notNull(),
	/** The day on which its audience is reminded of it, by the clock of its city. */
	remindOn: date('remind_on', { mode: 'string' })
});

/** What a noun of the product does by its migration. */
export async function makeMemos(db: Sql): Promise<void> {
	await db`
		create table memos (
			id uuid primary key,
			network_id uuid not null references networks,
			city text not null,
			title text not null,
			author_id uuid not null references people,
			stream text not null unique references streams,
			written_at timestamptz not null,
			remind_on date)`;
}
