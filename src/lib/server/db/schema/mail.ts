import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { id, moment } from '../columns.ts';

/** The demo's mailbox: mail that would have been sent. Empty in a real installation. */
export const mailbox = pgTable(
	'mailbox',
	{
		id: id(),
		recipient: text('recipient').notNull(),
		subject: text('subject').notNull(),
		text: text('text').notNull(),
		lang: text('lang').notNull(),
		at: moment('at').notNull()
	},
	(t) => [index('mailbox_by_time').on(t.at)]
);
