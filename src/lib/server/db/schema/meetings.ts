import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import type { Localized } from '#lib/model/localized.ts';
import { meetingKinds } from '#lib/model/meetings/meeting.ts';
import { precisions } from '#lib/model/quantities/precision.ts';
import { id, oneOf } from '../columns.ts';
import { networks, partners } from './networks.ts';
import { streams } from './streams.ts';

export const meetings = pgTable(
	'meetings',
	{
		id: id(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id),
		slug: text('slug').notNull(),
		kind: text('kind', { enum: meetingKinds }).notNull(),
		/** The first, second … of its kind, where it is counted. */
		number: integer('number'),
		hostId: uuid('host_id')
			.notNull()
			.references(() => partners.id),
		theme: jsonb('theme').$type<Localized>().notNull(),
		startsOn: date('starts_on', { mode: 'string' }).notNull(),
		endsOn: date('ends_on', { mode: 'string' }).notNull(),
		/** How exactly the days are known. */
		precision: text('precision', { enum: precisions }).notNull(),
		/** When it opens: the host's wall clock, with the zone beside it; null when not told yet. */
		opensAt: timestamp('opens_at', { withTimezone: false, mode: 'string', precision: 0 }),
		timeZone: text('time_zone').notNull(),
		/** Made up for the demo. */
		illustrative: boolean('illustrative').notNull().default(false),
		stream: text('stream')
			.notNull()
			.references(() => streams.id)
	},
	(t) => [
		unique('meetings_slug_unique').on(t.networkId, t.slug),
		unique('meetings_stream_unique').on(t.stream),
		check('meetings_days_in_order', sql`${t.startsOn} <= ${t.endsOn}`),
		check('meetings_kind_known', oneOf(t.kind, meetingKinds)),
		check('meetings_precision_known', oneOf(t.precision, precisions)),
		index('meetings_by_day').on(t.networkId, t.startsOn)
	]
);
