import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	char,
	foreignKey,
	index,
	integer,
	jsonb,
	numeric,
	pgTable,
	primaryKey,
	smallint,
	text,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { practiceForms, practiceStates, type Reason } from '#lib/model/practices/practice.ts';
import type { PracticeField, PracticeValues } from '#lib/model/practices/values.ts';
import { id, moment, oneOf } from '../columns.ts';
import { networks, partners } from './networks.ts';
import { ofPerson, people } from './people.ts';
import { streams } from './streams.ts';

/** Good practices and success stories. What they say stands in their revisions. */
export const practices = pgTable(
	'practices',
	{
		id: id(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id),
		partnerId: uuid('partner_id')
			.notNull()
			.references(() => partners.id),
		form: text('form', { enum: practiceForms }).notNull(),
		state: text('state', { enum: practiceStates }).notNull().default('draft'),
		/** Ends its address and never changes. */
		shortId: char('short_id', { length: 8 }).notNull(),
		/** The words in its address, of the title that most may read. */
		slug: text('slug').notNull(),
		/** Its city and the leads hear it. */
		draftStream: text('draft_stream')
			.notNull()
			.references(() => streams.id),
		/** Everybody hears it; null before the first publication. */
		stream: text('stream').references(() => streams.id),
		draftN: integer('draft_n').notNull(),
		publishedN: integer('published_n'),
		begunBy: ofPerson('begun_by'),
		begunAt: moment('begun_at').notNull(),
		publishedAt: moment('published_at'),
		/** When what everybody reads last changed. */
		changedAt: moment('changed_at'),
		/** Made up for the demo. */
		illustrative: boolean('illustrative').notNull().default(false)
	},
	(t) => [
		unique('practices_short_id_unique').on(t.shortId),
		unique('practices_draft_stream_unique').on(t.draftStream),
		unique('practices_stream_unique').on(t.stream),
		index('practices_by_partner').on(t.networkId, t.partnerId),
		check('practices_form_known', oneOf(t.form, practiceForms)),
		check('practices_state_known', oneOf(t.state, practiceStates)),
		check('practices_short_id_plain', sql`${t.shortId} ~ '^[0-9a-z]{8}$'`),
		check('practices_draft_counts', sql`${t.draftN} >= 1`),
		check(
			'practices_published_whole',
			sql`(${t.publishedN} is null) = (${t.stream} is null) and (${t.publishedN} is null) = (${t.publishedAt} is null) and (${t.publishedN} is null) = (${t.changedAt} is null)`
		),
		check('practices_published_says_something', sql`${t.state} <> 'published' or ${t.publishedN} is not null`)
	]
);

const ofPractice = () =>
	uuid('practice_id')
		.notNull()
		.references(() => practices.id);

/** Everything that an entry ever said: every save is a revision, and none is changed later. */
export const practiceRevisions = pgTable(
	'practice_revisions',
	{
		practiceId: ofPractice(),
		n: integer('n').notNull(),
		values: jsonb('content').$type<PracticeValues>().notNull(),
		authorId: ofPerson('author_id'),
		at: moment('at').notNull(),
		/** The older revision whose words it took back. */
		takenBack: integer('taken_back')
	},
	(t) => [
		primaryKey({ name: 'practice_revisions_pk', columns: [t.practiceId, t.n] }),
		check('practice_revisions_counts', sql`${t.n} >= 1`),
		check('practice_revisions_took_back_older', sql`${t.takenBack} < ${t.n}`)
	]
);

const roundOutcomes = ['open', 'changes', 'approved', 'withdrawn'] as const;

/** Each time that a draft was submitted, and what a lead decided. */
export const practiceRounds = pgTable(
	'practice_rounds',
	{
		practiceId: ofPractice(),
		number: integer('number').notNull(),
		n: integer('n').notNull(),
		by: ofPerson('by'),
		at: moment('at').notNull(),
		outcome: text('outcome', { enum: roundOutcomes }).notNull().default('open'),
		decidedBy: uuid('decided_by').references(() => people.id),
		decidedAt: moment('decided_at'),
		reasons: jsonb('reasons').$type<Reason[]>().notNull().default([])
	},
	(t) => [
		primaryKey({ name: 'practice_rounds_pk', columns: [t.practiceId, t.number] }),
		foreignKey({
			name: 'practice_rounds_revision',
			columns: [t.practiceId, t.n],
			foreignColumns: [practiceRevisions.practiceId, practiceRevisions.n]
		}),
		check('practice_rounds_outcome_known', oneOf(t.outcome, roundOutcomes)),
		check(
			'practice_rounds_decided_by_somebody',
			sql`(${t.outcome} = 'open') = (${t.decidedAt} is null) and (${t.decidedAt} is null) = (${t.decidedBy} is null)`
		)
	]
);

/** Each time that an entry was published. */
export const practicePublications = pgTable(
	'practice_publications',
	{
		practiceId: ofPractice(),
		number: integer('number').notNull(),
		n: integer('n').notNull(),
		by: ofPerson('by'),
		at: moment('at').notNull()
	},
	(t) => [
		primaryKey({ name: 'practice_publications_pk', columns: [t.practiceId, t.number] }),
		foreignKey({
			name: 'practice_publications_revision',
			columns: [t.practiceId, t.n],
			foreignColumns: [practiceRevisions.practiceId, practiceRevisions.n]
		})
	]
);

/** What somebody wrote in a field while somebody else wrote something else there: kept until one of them is chosen. */
export const practiceClashes = pgTable(
	'practice_clashes',
	{
		practiceId: ofPractice(),
		field: text('field').$type<keyof PracticeValues>().notNull(),
		authorId: ofPerson('author_id'),
		/** What that person wrote, and what the field says with either side; earlier ones hold the first alone. */
		mine: jsonb('mine').$type<{ value: unknown; sides?: { stands: unknown; kept: unknown } }>().notNull(),
		at: moment('at').notNull()
	},
	(t) => [primaryKey({ name: 'practice_clashes_pk', columns: [t.practiceId, t.field, t.authorId] })]
);

/** Who asks for a field that is not told yet. */
export const practiceAsks = pgTable(
	'practice_asks',
	{
		practiceId: ofPractice(),
		field: text('field').$type<PracticeField>().notNull(),
		personId: ofPerson('person_id'),
		at: moment('at').notNull(),
		answeredAt: moment('answered_at')
	},
	(t) => [primaryKey({ name: 'practice_asks_pk', columns: [t.practiceId, t.field, t.personId] })]
);

export const practiceBookmarks = pgTable(
	'practice_bookmarks',
	{
		personId: ofPerson('person_id'),
		practiceId: ofPractice(),
		at: moment('at').notNull()
	},
	(t) => [primaryKey({ name: 'practice_bookmarks_pk', columns: [t.personId, t.practiceId] })]
);

/**
 * What published entries are filtered and sorted by, from the revision that everybody reads; written with each publication, and
 * gone while the entry is archived.
 */
export const practiceFacets = pgTable(
	'practice_facets',
	{
		practiceId: uuid('practice_id')
			.primaryKey()
			.references(() => practices.id),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id),
		/** Who may read it, as the stream of the entry says it (a trigger follows it): the list asks each of thousands. */
		audience: text('audience').array().notNull(),
		city: text('city').notNull(),
		country: char('country', { length: 2 }).notNull(),
		form: text('form', { enum: practiceForms }).notNull(),
		title: text('title').notNull(),
		pitch: text('pitch').notNull(),
		lang: text('lang').notNull(),
		/** In English too, or not. */
		englishTitle: text('english_title').notNull().default(''),
		englishPitch: text('english_pitch').notNull().default(''),
		/** Languages in which title, pitch and summary can be read. */
		langs: text('langs').array().notNull(),
		/** Slugs. */
		themes: text('themes').array().notNull(),
		tags: text('tags').array().notNull(),
		costFrom: numeric('cost_from', { precision: 14, scale: 2 }),
		costTo: numeric('cost_to', { precision: 14, scale: 2 }),
		currency: char('currency', { length: 3 }),
		/** The bands that its cost reaches into, as `model/practices/facets.ts` names them; both bounds are told or none is. */
		costBands: text('cost_bands')
			.array()
			.notNull()
			.generatedAlwaysAs(
				sql`case when currency is null then array['none'] when currency <> 'EUR' then array['other'] else array_remove(array[
					case when cost_from < 10000 then 'under-10000' end,
					case when cost_from < 50000 and cost_to >= 10000 then '10000-50000' end,
					case when cost_from < 250000 and cost_to >= 50000 then '50000-250000' end,
					case when cost_from < 1000000 and cost_to >= 250000 then '250000-1000000' end,
					case when cost_to >= 1000000 then 'over-1000000' end], null) end`
			),
		fromYear: smallint('from_year'),
		toYear: smallint('to_year'),
		/** The best of its figures: measured, expected, or none. */
		evidence: text('evidence').notNull(),
		/** How many of the twelve fields that are weighed are told. */
		completeness: smallint('completeness').notNull(),
		/** Whether it says what was hard. */
		lessons: boolean('lessons').notNull().default(false),
		publishedAt: moment('published_at').notNull(),
		changedAt: moment('changed_at').notNull()
	},
	(t) => [
		index('practice_facets_newest').on(t.networkId, t.changedAt),
		check('practice_facets_evidence_known', sql`${t.evidence} in ('measured', 'expected', 'none')`),
		check('practice_facets_completeness', sql`${t.completeness} between 0 and 12`)
	]
);
