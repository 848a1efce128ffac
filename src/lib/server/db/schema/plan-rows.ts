import { sql } from 'drizzle-orm';
import { char, check, date, index, integer, jsonb, numeric, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { actionStates, rowKinds, type RowKind, type RowValuesByKind } from '#lib/model/plans/rows/row.ts';
import { precisions } from '#lib/model/quantities/precision.ts';
import { id, moment, oneOf } from '../columns.ts';
import { ofPerson, people } from './people.ts';
import { planSections } from './plan-sections.ts';
import { ofPlan } from './plans.ts';
import { practices } from './practices.ts';

/** Objectives, actions, indicators, risks and budget lines: what all of them have. What each says stands in the table of its kind. */
export const planRows = pgTable(
	'plan_rows',
	{
		id: id(),
		planId: ofPlan(),
		sectionId: uuid('section_id')
			.notNull()
			.references(() => planSections.id),
		kind: text('kind', { enum: rowKinds }).notNull(),
		shortId: char('short_id', { length: 8 }).notNull(),
		/** Place in its section, from 0; retired ones keep theirs. */
		position: integer('position').notNull(),
		n: integer('n').notNull(),
		changedAt: moment('changed_at').notNull(),
		retiredAt: moment('retired_at'),
		/** When and why a lead took it out of sight. */
		hiddenAt: moment('hidden_at'),
		hiddenBy: uuid('hidden_by').references(() => people.id),
		hiddenReason: text('hidden_reason')
	},
	(t) => [
		unique('plan_rows_short_id_unique').on(t.shortId),
		unique('plan_rows_kind').on(t.id, t.kind),
		index('plan_rows_by_section').on(t.sectionId, t.position),
		index('plan_rows_by_plan').on(t.planId),
		check('plan_rows_kind_known', oneOf(t.kind, rowKinds)),
		check('plan_rows_short_id_plain', sql`${t.shortId} ~ '^[0-9a-z]{8}$'`),
		check('plan_rows_counts', sql`${t.n} >= 1 and ${t.position} >= 0`),
		check(
			'plan_rows_hidden_whole',
			sql`(${t.hiddenAt} is null) = (${t.hiddenReason} is null) and (${t.hiddenAt} is null) = (${t.hiddenBy} is null)`
		)
	]
);

const rowId = () =>
	uuid('row_id')
		.primaryKey()
		.references(() => planRows.id);

export const planObjectives = pgTable('plan_objectives', { rowId: rowId(), title: text('title'), description: text('description') });

export const planActions = pgTable(
	'plan_actions',
	{
		rowId: rowId(),
		title: text('title'),
		description: text('description'),
		objectiveId: uuid('objective_id').references(() => planRows.id),
		lead: text('lead'),
		partners: text('partners'),
		outputs: text('outputs'),
		costFrom: numeric('cost_from', { precision: 14, scale: 2 }),
		costTo: numeric('cost_to', { precision: 14, scale: 2 }),
		currency: char('currency', { length: 3 }),
		funding: text('funding'),
		startsOn: date('starts_on', { mode: 'string' }),
		startsPrecision: text('starts_precision', { enum: precisions }),
		endsOn: date('ends_on', { mode: 'string' }),
		endsPrecision: text('ends_precision', { enum: precisions }),
		state: text('state', { enum: actionStates }),
		/** The good practice that it takes over, and which of its modules. */
		practiceId: uuid('practice_id').references(() => practices.id),
		module: text('module')
	},
	(t) => [
		index('plan_actions_by_practice').on(t.practiceId),
		check('plan_actions_state_known', oneOf(t.state, actionStates)),
		check('plan_actions_cost_in_currency', sql`(${t.costFrom} is null and ${t.costTo} is null) or ${t.currency} is not null`),
		check('plan_actions_cost_counts', sql`${t.costFrom} >= 0 and ${t.costTo} >= ${t.costFrom}`),
		check('plan_actions_starts_whole', sql`(${t.startsOn} is null) = (${t.startsPrecision} is null)`),
		check('plan_actions_ends_whole', sql`(${t.endsOn} is null) = (${t.endsPrecision} is null)`),
		check('plan_actions_module_of_practice', sql`${t.module} is null or ${t.practiceId} is not null`)
	]
);

export const planIndicators = pgTable('plan_indicators', {
	rowId: rowId(),
	title: text('title'),
	objectiveId: uuid('objective_id').references(() => planRows.id),
	baseline: numeric('baseline', { precision: 20, scale: 6 }),
	target: numeric('target', { precision: 20, scale: 6 }),
	unit: text('unit'),
	source: text('source')
});

/** What an indicator said on a day. */
export const indicatorMeasurements = pgTable(
	'indicator_measurements',
	{
		rowId: uuid('row_id')
			.notNull()
			.references(() => planIndicators.rowId),
		id: text('id').notNull(),
		measuredOn: date('measured_on', { mode: 'string' }).notNull(),
		precision: text('precision', { enum: precisions }).notNull(),
		value: numeric('value', { precision: 20, scale: 6 }).notNull(),
		note: text('note').notNull().default('')
	},
	(t) => [primaryKey({ name: 'indicator_measurements_pk', columns: [t.rowId, t.id] })]
);

export const planRisks = pgTable(
	'plan_risks',
	{ rowId: rowId(), title: text('title'), likelihood: smallint('likelihood'), effect: smallint('effect'), answer: text('answer') },
	(t) => [check('plan_risks_graded', sql`${t.likelihood} between 1 and 3 and ${t.effect} between 1 and 3`)]
);

export const planBudgetLines = pgTable(
	'plan_budget_lines',
	{
		rowId: rowId(),
		title: text('title'),
		amount: numeric('amount', { precision: 14, scale: 2 }),
		currency: char('currency', { length: 3 }),
		source: text('source'),
		/** Percent. */
		share: numeric('share', { precision: 5, scale: 2 })
	},
	(t) => [
		check('plan_budget_lines_amount_in_currency', sql`${t.amount} is null or ${t.currency} is not null`),
		check('plan_budget_lines_share_in_percent', sql`${t.share} between 0 and 100`)
	]
);

/** Everything that a row ever said. */
export const rowRevisions = pgTable(
	'row_revisions',
	{
		rowId: uuid('row_id')
			.notNull()
			.references(() => planRows.id),
		n: integer('n').notNull(),
		values: jsonb('content').$type<RowValuesByKind[RowKind]>().notNull(),
		authorId: ofPerson('author_id'),
		at: moment('at').notNull(),
		takenBack: integer('taken_back')
	},
	(t) => [primaryKey({ name: 'row_revisions_pk', columns: [t.rowId, t.n] }), check('row_revisions_counts', sql`${t.n} >= 1`)]
);

/** What somebody wrote in a cell while somebody else wrote something else there: kept until one side is chosen. */
export const rowClashes = pgTable(
	'row_clashes',
	{
		rowId: uuid('row_id')
			.notNull()
			.references(() => planRows.id),
		cell: text('cell').notNull(),
		authorId: ofPerson('author_id'),
		mine: jsonb('mine').$type<{ value: unknown }>().notNull(),
		at: moment('at').notNull()
	},
	(t) => [primaryKey({ name: 'row_clashes_pk', columns: [t.rowId, t.cell, t.authorId] })]
);
