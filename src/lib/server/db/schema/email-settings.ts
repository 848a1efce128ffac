import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { rhythms, ways } from '#lib/model/notifications/email/choices.ts';
import { notificationKinds } from '#lib/model/notifications/kinds.ts';
import { id, moment } from '../columns.ts';
import { kinds } from './kinds.ts';
import { ofPerson, people } from './people.ts';

const oneOf = (column: string, words: readonly string[]) => sql.raw(`${column} in (${words.map((word) => `'${word}'`).join(', ')})`);

/** How somebody wants to be mailed about a kind of things; without a row it is as usual. */
export const emailChoices = pgTable(
	'email_choices',
	{
		personId: ofPerson('person_id'),
		kind: text('kind', { enum: notificationKinds }).notNull(),
		way: text('way', { enum: ways }).notNull()
	},
	(t) => [
		primaryKey({ name: 'email_choices_pk', columns: [t.personId, t.kind] }),
		check('email_choices_kind_known', oneOf('kind', notificationKinds)),
		check('email_choices_way_known', oneOf('way', ways))
	]
);

/** When somebody wants to be mailed; without a row it is as usual. */
export const emailTimes = pgTable(
	'email_times',
	{
		personId: uuid('person_id')
			.primaryKey()
			.references(() => people.id),
		/** Null where it is as usual. */
		rhythm: text('rhythm', { enum: rhythms }),
		hour: smallint('hour'),
		weekday: smallint('weekday'),
		/** The person's wall clock, HH:MM. */
		quietFrom: text('quiet_from'),
		quietTo: text('quiet_to'),
		/** What had reached the inbox by then has been in a digest, or is not for one any more. */
		digestedTo: moment('digested_to')
	},
	(t) => [
		check('email_times_whole', sql`(${t.rhythm} is null) = (${t.hour} is null) and (${t.hour} is null) = (${t.weekday} is null)`),
		check('email_times_rhythm_known', oneOf('rhythm', rhythms)),
		check('email_times_hour', sql`${t.hour} between 0 and 23 and ${t.weekday} between 1 and 7`),
		check(
			'email_times_quiet',
			sql.raw(
				`(quiet_from is null) = (quiet_to is null) and quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`
			)
		)
	]
);

/** What people are to be reminded of, and when: by the clock of a place, as it was planned. */
export const reminders = pgTable(
	'reminders',
	{
		id: id().default(sql`gen_random_uuid()`),
		kind: text('kind').notNull(),
		subjectKind: text('subject_kind')
			.notNull()
			.references(() => kinds.kind),
		subjectId: uuid('subject_id').notNull(),
		/** Null for all whom the kind concerns, found out when it is due. */
		personId: uuid('person_id').references(() => people.id),
		/** Wall clock, with its zone beside it. */
		at: timestamp('at', { withTimezone: false, mode: 'string', precision: 0 }).notNull(),
		timeZone: text('time_zone').notNull(),
		/** The same as an instant, derived. */
		dueAt: moment('due_at').notNull(),
		doneAt: moment('done_at')
	},
	(t) => [
		uniqueIndex('reminders_once').on(
			t.subjectKind,
			t.subjectId,
			t.kind,
			sql`coalesce(${t.personId}, '00000000-0000-0000-0000-000000000000')`
		),
		index('reminders_due')
			.on(t.dueAt)
			.where(sql`${t.doneAt} is null`)
	]
);
