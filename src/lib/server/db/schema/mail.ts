import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { mailStates } from '#lib/model/mail/states.ts';
import { id, moment, oneOf } from '../columns.ts';
import { notifications } from './notifications.ts';
import { people } from './people.ts';

/** Every kind of email; filled at the start from the doors that bring their templates. */
export const mailKinds = pgTable('mail_kinds', { kind: text('kind').primaryKey() });

/** What is to be mailed, and what became of it. Never words: an email is written when it is sent, as its reader may see things then. */
export const mails = pgTable(
	'mails',
	{
		/** Also in its Message-ID, which stays the same however often it is sent. */
		id: id().default(sql`gen_random_uuid()`),
		kind: text('kind')
			.notNull()
			.references(() => mailKinds.kind),
		/** Null for somebody who is nobody here yet, or of whom only an address was typed. */
		personId: uuid('person_id').references(() => people.id),
		/** The invitation, or the item that its notifications belong to. */
		subjectId: uuid('subject_id'),
		itemKind: text('item_kind'),
		/** What was typed by somebody who asked for a new password; gone when the mail is done with. */
		address: text('address'),
		/** What only the email may tell, such as the token of a link; gone when the mail is done with. */
		secret: text('secret'),
		state: text('state', { enum: mailStates }).notNull().default('waiting'),
		createdAt: moment('created_at').notNull(),
		dueAt: moment('due_at').notNull(),
		/** How often the mail server has put it off. */
		attempts: integer('attempts').notNull().default(0),
		/** How often it was transmitted and no answer came: it may have arrived. */
		unsure: integer('unsure').notNull().default(0),
		/** The process that has leased it, and until when. */
		leasedBy: uuid('leased_by'),
		leasedUntil: moment('leased_until'),
		/** Since when the mail server may have it; null as long as it surely has not. */
		transmittedAt: moment('transmitted_at'),
		doneAt: moment('done_at'),
		/** The last thing the mail server said, as a code. */
		answer: text('answer')
	},
	(t) => [
		index('mails_due')
			.on(t.dueAt)
			.where(sql`${t.state} = 'waiting'`),
		index('mails_leased')
			.on(t.leasedBy)
			.where(sql`${t.state} = 'sending'`),
		index('mails_failed')
			.on(t.doneAt)
			.where(sql`${t.state} = 'failed'`),
		index('mails_by_person').on(t.personId, t.createdAt),
		check('mails_state_known', oneOf(t.state, mailStates)),
		check(
			'mails_leased_by_somebody',
			sql`(${t.state} = 'sending') = (${t.leasedBy} is not null) and (${t.leasedBy} is null) = (${t.leasedUntil} is null)`
		),
		check('mails_done_once', sql`(${t.state} in ('sent', 'failed', 'dropped')) = (${t.doneAt} is not null)`),
		check('mails_keep_no_secret', sql`${t.doneAt} is null or (${t.secret} is null and ${t.address} is null)`)
	]
);

/** The notifications that a mail contains; each is emailed once at most. */
export const emailedNotifications = pgTable(
	'emailed_notifications',
	{
		notificationId: uuid('notification_id')
			.primaryKey()
			.references(() => notifications.id, { onDelete: 'cascade' }),
		mailId: uuid('mail_id')
			.notNull()
			.references(() => mails.id, { onDelete: 'cascade' }),
		/** The email left it out because it was hidden when that was written: once it is restored it is mailed after all. */
		untold: boolean('untold').notNull().default(false)
	},
	(t) => [index('emailed_notifications_by_mail').on(t.mailId)]
);

/** The demo's mailbox: mail that would have been sent. Empty in a real installation. */
export const mailbox = pgTable(
	'mailbox',
	{
		id: id(),
		recipient: text('recipient').notNull(),
		subject: text('subject').notNull(),
		text: text('text').notNull(),
		html: text('html').notNull().default(''),
		lang: text('lang').notNull(),
		at: moment('at').notNull()
	},
	(t) => [index('mailbox_by_time').on(t.at)]
);
