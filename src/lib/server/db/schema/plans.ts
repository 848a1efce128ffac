import { sql } from 'drizzle-orm';
import { boolean, check, date, integer, jsonb, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Localized } from '#lib/model/localized.ts';
import { planParts } from '#lib/model/plans/parts.ts';
import { planStates } from '#lib/model/plans/plan.ts';
import { id, moment, oneOf } from '../columns.ts';
import { files } from './files.ts';
import { networks, partners } from './networks.ts';
import { ofPerson, people } from './people.ts';
import { streams } from './streams.ts';

/** Local Action Plans. What they say stands in their sections and rows. */
export const plans = pgTable(
	'plans',
	{
		id: id(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id),
		partnerId: uuid('partner_id')
			.notNull()
			.references(() => partners.id),
		title: text('title').notNull(),
		lang: text('lang').notNull(),
		fromYear: smallint('from_year'),
		toYear: smallint('to_year'),
		contactId: uuid('contact_id').references(() => people.id),
		coverFile: uuid('cover_file').references(() => files.id, { onDelete: 'set null' }),
		/** What the cover shows; '' for one that only decorates. */
		coverAlt: text('cover_alt'),
		state: text('state', { enum: planStates }).notNull().default('draft'),
		/** A mark on an adopted plan. */
		implementing: boolean('implementing').notNull().default(false),
		question: text('question'),
		/** Last day of the consultation. */
		endsOn: date('ends_on', { mode: 'string' }),
		/** Its city, the leads and whom it invites hear it. */
		draftStream: text('draft_stream')
			.notNull()
			.references(() => streams.id),
		/** Everybody hears it; null before the plan was opened. */
		stream: text('stream').references(() => streams.id),
		begunBy: ofPerson('begun_by'),
		begunAt: moment('begun_at').notNull(),
		openedAt: moment('opened_at'),
		changedAt: moment('changed_at').notNull(),
		/** Made up for the demo. */
		illustrative: boolean('illustrative').notNull().default(false)
	},
	(t) => [
		unique('plans_draft_stream_unique').on(t.draftStream),
		unique('plans_stream_unique').on(t.stream),
		check('plans_state_known', oneOf(t.state, planStates)),
		check(
			'plans_opened_whole',
			sql`(${t.openedAt} is null) = (${t.stream} is null) and (${t.openedAt} is null) = (${t.state} = 'draft')`
		),
		check('plans_asks_until_a_day', sql`(${t.question} is null) = (${t.endsOn} is null)`),
		check('plans_asks_in_consultation', sql`${t.state} <> 'consultation' or ${t.question} is not null`),
		check('plans_implements_what_is_adopted', sql`not ${t.implementing} or ${t.state} = 'adopted'`),
		check('plans_horizon_goes_on', sql`${t.fromYear} <= ${t.toYear}`),
		check('plans_cover_whole', sql`${t.coverAlt} is null or ${t.coverFile} is not null`)
	]
);

export const ofPlan = () =>
	uuid('plan_id')
		.notNull()
		.references(() => plans.id);

/** Every address that a plan ever had; the newest is its own, the others lead there. */
export const planSlugs = pgTable(
	'plan_slugs',
	{
		partnerId: uuid('partner_id')
			.notNull()
			.references(() => partners.id),
		slug: text('slug').notNull(),
		planId: ofPlan(),
		since: moment('since').notNull()
	},
	(t) => [primaryKey({ name: 'plan_slugs_pk', columns: [t.partnerId, t.slug] })]
);

/** People of elsewhere who read a draft. */
export const planInvited = pgTable(
	'plan_invited',
	{ planId: ofPlan(), personId: ofPerson('person_id'), at: moment('at').notNull() },
	(t) => [primaryKey({ name: 'plan_invited_pk', columns: [t.planId, t.personId] })]
);

/** What parts a plan begins with; a network that has none of its own begins with those that every template knows. */
export const planTemplates = pgTable(
	'plan_templates',
	{
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id),
		position: integer('position').notNull(),
		part: text('part', { enum: planParts }),
		title: jsonb('title').$type<Localized>().notNull(),
		hint: jsonb('hint').$type<Localized>().notNull()
	},
	(t) => [
		primaryKey({ name: 'plan_templates_pk', columns: [t.networkId, t.position] }),
		unique('plan_templates_part_once').on(t.networkId, t.part),
		check('plan_templates_part_known', oneOf(t.part, planParts))
	]
);
