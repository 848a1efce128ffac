import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { followLevels, notificationKinds } from '#lib/model/notifications/kinds.ts';
import { id, moment } from '../columns.ts';
import { kinds } from './kinds.ts';
import { networks } from './networks.ts';
import { ofPerson, people } from './people.ts';
import { streams } from './streams.ts';

const oneOf = (column: string, words: readonly string[]) => sql.raw(`${column} in (${words.map((word) => `'${word}'`).join(', ')})`);

/** What is addressed to a person. Never a text: words are read when shown, through what the person may see then. */
export const notifications = pgTable(
	'notifications',
	{
		id: id().default(sql`gen_random_uuid()`),
		personId: ofPerson('person_id'),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id),
		kind: text('kind', { enum: notificationKinds }).notNull(),
		itemKind: text('item_kind')
			.notNull()
			.references(() => kinds.kind),
		itemId: uuid('item_id').notNull(),
		/** The event it leads to: of a post its posting, whether that or an edit addressed the person; 0 for the item as a whole. */
		stream: text('stream')
			.notNull()
			.references(() => streams.id),
		seq: bigint('seq', { mode: 'number' }).notNull(),
		actorId: uuid('actor_id').references(() => people.id),
		at: moment('at').notNull(),
		readAt: moment('read_at'),
		doneAt: moment('done_at'),
		/** Since when the place it leads to is hidden, and nobody is told of it. */
		withdrawnAt: moment('withdrawn_at'),
		/** Whether it counts as waiting. It changes together with the event that tells so, and what counts reads nothing else. */
		waits: boolean('waits').notNull().default(false),
		/** When it was recorded in the person's own stream; null again where a stronger reason came later and it is to be told anew. */
		deliveredAt: moment('delivered_at'),
		/** Number of its event in the person's own stream: its place in the inbox. */
		arrived: bigint('arrived', { mode: 'number' })
	},
	(t) => [
		unique('notifications_once').on(t.stream, t.seq, t.personId),
		unique('notifications_place_unique').on(t.personId, t.arrived),
		index('notifications_undelivered')
			.on(t.at)
			.where(sql`${t.deliveredAt} is null`),
		index('notifications_unread')
			.on(t.personId, t.stream, t.seq)
			.where(sql`${t.readAt} is null`),
		index('notifications_open')
			.on(t.personId, t.arrived)
			.where(sql`${t.doneAt} is null`),
		index('notifications_waiting')
			.on(t.personId, t.arrived)
			.where(sql`${t.waits}`),
		index('notifications_by_delivery')
			.on(t.deliveredAt)
			.where(sql`${t.readAt} is null and ${t.doneAt} is null`),
		index('notifications_by_item').on(t.personId, t.itemKind, t.itemId),
		check('notifications_kind_known', oneOf('kind', notificationKinds)),
		check(
			'notifications_wait_where_shown',
			sql`not ${t.waits} or (${t.arrived} is not null and ${t.doneAt} is null and ${t.withdrawnAt} is null)`
		),
		check('notifications_delivered_to_a_place', sql`${t.deliveredAt} is null or ${t.arrived} is not null`)
	]
);

/** What somebody wants to be told of an item; without a row it is as usual. */
export const follows = pgTable(
	'follows',
	{
		personId: ofPerson('person_id'),
		itemKind: text('item_kind')
			.notNull()
			.references(() => kinds.kind),
		itemId: uuid('item_id').notNull(),
		level: text('level', { enum: followLevels }).notNull(),
		since: moment('since').notNull()
	},
	(t) => [
		primaryKey({ name: 'follows_pk', columns: [t.personId, t.itemKind, t.itemId] }),
		index('follows_of_all')
			.on(t.itemKind, t.itemId)
			.where(sql`${t.level} = 'all'`),
		check('follows_level_known', oneOf('level', followLevels))
	]
);
