import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment, ranges } from '../columns.ts';
import { kinds } from './kinds.ts';
import { networks, partners } from './networks.ts';
import { ofPerson, people } from './people.ts';

/** The head of every stream, and who may hear it; taking the next number locks this row until the commit. */
export const streams = pgTable(
	'streams',
	{
		id: text('id').primaryKey(),
		seq: bigint('seq', { mode: 'number' }).notNull().default(0),
		/** Null for a person's own stream. */
		networkId: uuid('network_id').references(() => networks.id),
		/** What speaks through it. */
		kind: text('kind')
			.notNull()
			.references(() => kinds.kind),
		subjectId: uuid('subject_id').notNull(),
		/** Groups of people: who is in one of them may hear it (see `groupsOf`). */
		audience: text('audience').array().notNull(),
		/** Whether it has ever held an event that counts. Most streams of a library hold none, and are not asked for what is unread. */
		spoken: boolean('spoken').notNull().default(false)
	},
	(t) => [
		unique('streams_subject_unique').on(t.kind, t.subjectId),
		// People's own streams, by far the most, are asked for by name.
		index('streams_audience')
			.using('gin', t.audience)
			.where(sql`${t.networkId} is not null`),
		index('streams_spoken')
			.using('gin', t.audience)
			.where(sql`${t.networkId} is not null and ${t.spoken}`),
		check('streams_seq_counts', sql`${t.seq} >= 0`)
	]
);

/** What happened, gap-free within its stream. Without payload: the text was taken away, the place stays. */
export const events = pgTable(
	'events',
	{
		stream: text('stream')
			.notNull()
			.references(() => streams.id),
		seq: bigint('seq', { mode: 'number' }).notNull(),
		name: text('name').notNull(),
		actorId: uuid('actor_id').references(() => people.id),
		at: moment('at').notNull(),
		countable: boolean('countable').notNull(),
		payload: jsonb('payload').$type<unknown>()
	},
	(t) => [
		primaryKey({ name: 'events_pk', columns: [t.stream, t.seq] }),
		index('events_countable')
			.on(t.stream, t.seq)
			.where(sql`${t.countable}`),
		check('events_seq_positive', sql`${t.seq} > 0`)
	]
);

/** What of a stream a person has read, and what they passed over by a jump of their own; never beyond its head. */
export const readStates = pgTable(
	'read_states',
	{
		personId: ofPerson('person_id'),
		stream: text('stream')
			.notNull()
			.references(() => streams.id),
		read: ranges('read').notNull(),
		jumped: ranges('jumped').notNull(),
		// What follows from both stands beside them: unread counts ask for it in every stream, far more often than it changes.
		/** The first number after all that was seen. */
		restFrom: bigint('rest_from', { mode: 'number' })
			.notNull()
			.generatedAlwaysAs(sql`coalesce(upper(read + jumped), 1)`),
		/** The gaps before it. */
		holes: ranges('holes')
			.notNull()
			.generatedAlwaysAs(sql`int8multirange(int8range(1, coalesce(upper(read + jumped), 1))) - (read + jumped)`)
	},
	(t) => [primaryKey({ name: 'read_states_pk', columns: [t.personId, t.stream] })]
);

/** Every write by its id, so that a repeated one is answered and not done again. */
export const commands = pgTable(
	'commands',
	{
		id: uuid('id').primaryKey(),
		name: text('name').notNull(),
		actorId: uuid('actor_id').references(() => people.id),
		/** SHA-256 of name and input. */
		inputHash: bytes('input_hash').notNull(),
		result: jsonb('result').$type<unknown>(),
		at: moment('at').notNull()
	},
	(t) => [index('commands_by_time').on(t.at)]
);

/** Who did what to whom, never what was said. Append-only by trigger and grant. */
export const audit = pgTable(
	'audit',
	{
		id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		at: moment('at').notNull(),
		actorId: uuid('actor_id'),
		action: text('action').notNull(),
		subjectKind: text('subject_kind').notNull(),
		subjectId: text('subject_id').notNull(),
		networkId: uuid('network_id').references(() => networks.id),
		partnerId: uuid('partner_id').references(() => partners.id),
		reason: text('reason'),
		/** How often it had happened within an hour, where only some of many are noted. */
		times: integer('times').notNull().default(1)
	},
	(t) => [
		index('audit_by_subject').on(t.subjectKind, t.subjectId),
		// What leads read is little beside what is noted of accounts, which belong to no network.
		index('audit_by_network')
			.on(t.networkId, t.id)
			.where(sql`${t.networkId} is not null`)
	]
);
