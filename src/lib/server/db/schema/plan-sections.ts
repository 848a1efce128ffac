import { sql } from 'drizzle-orm';
import { boolean, char, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { SectionDoc } from '#lib/model/documents/section-doc.ts';
import { planParts } from '#lib/model/plans/parts.ts';
import { id, moment, oneOf } from '../columns.ts';
import { ofPerson, people } from './people.ts';
import { ofPlan } from './plans.ts';

export const planSections = pgTable(
	'plan_sections',
	{
		id: id(),
		planId: ofPlan(),
		/** Names it in addresses and never changes. */
		shortId: char('short_id', { length: 8 }).notNull(),
		part: text('part', { enum: planParts }),
		/** Place in the plan, from 0; retired ones keep theirs, so that they return there. */
		position: integer('position').notNull(),
		/** Number of its newest revision. */
		n: integer('n').notNull(),
		/** Characters of its words, as the newest revision has them. */
		length: integer('length').notNull(),
		changedAt: moment('changed_at').notNull(),
		retiredAt: moment('retired_at'),
		hiddenAt: moment('hidden_at'),
		hiddenBy: uuid('hidden_by').references(() => people.id),
		hiddenReason: text('hidden_reason'),
		/** Marked as made up for the demo. */
		illustrative: boolean('illustrative').notNull().default(false)
	},
	(t) => [
		unique('plan_sections_short_id_unique').on(t.shortId),
		index('plan_sections_by_plan').on(t.planId, t.position),
		check('plan_sections_part_known', oneOf(t.part, planParts)),
		check('plan_sections_short_id_plain', sql`${t.shortId} ~ '^[0-9a-z]{8}$'`),
		check('plan_sections_counts', sql`${t.n} >= 1 and ${t.position} >= 0 and ${t.length} >= 0`),
		check('plan_sections_hidden_with_reason', sql`(${t.hiddenAt} is null) = (${t.hiddenReason} is null)`),
		check('plan_sections_hidden_by_somebody', sql`(${t.hiddenAt} is null) = (${t.hiddenBy} is null)`)
	]
);

const ofSection = () =>
	uuid('section_id')
		.notNull()
		.references(() => planSections.id);

/** Everything that a section ever said: every save is a revision, and none is changed later. */
export const sectionRevisions = pgTable(
	'section_revisions',
	{
		sectionId: ofSection(),
		n: integer('n').notNull(),
		title: text('title').notNull(),
		lang: text('lang').notNull(),
		doc: jsonb('doc').$type<SectionDoc>().notNull(),
		authorId: ofPerson('author_id'),
		at: moment('at').notNull(),
		/** The older revision whose words it took back. */
		takenBack: integer('taken_back')
	},
	(t) => [
		primaryKey({ name: 'section_revisions_pk', columns: [t.sectionId, t.n] }),
		check('section_revisions_counts', sql`${t.n} >= 1`),
		check('section_revisions_took_back_older', sql`${t.takenBack} < ${t.n}`)
	]
);

/** What somebody wrote in a section while somebody else changed the same words: kept until one side is chosen. */
export const sectionClashes = pgTable(
	'section_clashes',
	{
		sectionId: ofSection(),
		authorId: ofPerson('author_id'),
		/** The revision that stands with the other side. */
		n: integer('n').notNull(),
		/** The section as it would stand with this side. */
		mine: jsonb('mine').$type<{ title: string; lang: string; doc: SectionDoc }>().notNull(),
		at: moment('at').notNull()
	},
	(t) => [
		primaryKey({ name: 'section_clashes_pk', columns: [t.sectionId, t.authorId] }),
		foreignKey({
			name: 'section_clashes_revision',
			columns: [t.sectionId, t.n],
			foreignColumns: [sectionRevisions.sectionId, sectionRevisions.n]
		})
	]
);

/** Local members of the city who write in a section. */
export const sectionWriters = pgTable(
	'section_writers',
	{ sectionId: ofSection(), personId: ofPerson('person_id'), at: moment('at').notNull() },
	(t) => [primaryKey({ name: 'section_writers_pk', columns: [t.sectionId, t.personId] })]
);

/** What of a section a reader has seen last: what changed since is marked. */
export const sectionsRead = pgTable(
	'sections_read',
	{
		sectionId: ofSection(),
		personId: ofPerson('person_id'),
		n: integer('n').notNull(),
		/** Up to which change by others they have seen its rows; null: up to none. */
		rowsAt: moment('rows_at'),
		at: moment('at').notNull()
	},
	(t) => [primaryKey({ name: 'sections_read_pk', columns: [t.personId, t.sectionId] }), check('sections_read_counts', sql`${t.n} >= 1`)]
);
