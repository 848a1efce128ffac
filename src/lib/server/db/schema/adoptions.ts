import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { logKinds, moduleChoices, publicationAnswers, stages, stepKinds } from '#lib/model/adoptions/stages.ts';
import type { Doc } from '#lib/model/documents/doc.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import { precisions } from '#lib/model/quantities/precision.ts';
import { id, moment, oneOf } from '../columns.ts';
import { networks, partners } from './networks.ts';
import { ofPerson, people } from './people.ts';
import { practices } from './practices.ts';
import { streams } from './streams.ts';

/** A practice and another city: one row, from the first question or from the interest that the city marks. */
export const adoptions = pgTable(
	'adoptions',
	{
		id: id(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id),
		practiceId: uuid('practice_id')
			.notNull()
			.references(() => practices.id),
		/** The city that takes it over. */
		partnerId: uuid('partner_id')
			.notNull()
			.references(() => partners.id),
		/** Null while the city has only asked: that is no adoption, and nobody but the pair knows of it. */
		stage: text('stage', { enum: stages }),
		/** Since when it is at this stage. */
		stageAt: moment('stage_at'),
		stoppedAt: moment('stopped_at'),
		stoppedReason: text('stopped_reason'),
		nextText: text('next_text'),
		nextOn: date('next_on', { mode: 'string' }),
		nextPrecision: text('next_precision', { enum: precisions }),
		/** The two cities, the leads and the experts hear it. */
		stream: text('stream')
			.notNull()
			.references(() => streams.id),
		begunBy: ofPerson('begun_by'),
		begunAt: moment('begun_at').notNull(),
		/** When anything last happened to it that everybody reads. */
		newsAt: moment('news_at').notNull(),
		/** Made up for the demo. */
		illustrative: boolean('illustrative').notNull().default(false)
	},
	(t) => [
		unique('adoptions_once').on(t.practiceId, t.partnerId),
		unique('adoptions_stream_unique').on(t.stream),
		index('adoptions_by_partner').on(t.partnerId),
		check('adoptions_stage_known', oneOf(t.stage, stages)),
		check('adoptions_stage_dated', sql`(${t.stage} is null) = (${t.stageAt} is null)`),
		check(
			'adoptions_stopped_with_reason',
			sql`(${t.stoppedAt} is null) = (${t.stoppedReason} is null) and (${t.stoppedAt} is null or ${t.stage} is not null)`
		),
		check('adoptions_next_precision_known', oneOf(t.nextPrecision, precisions)),
		check(
			'adoptions_next_whole',
			sql`(${t.nextOn} is null) = (${t.nextPrecision} is null) and (${t.nextOn} is null or ${t.nextText} is not null)`
		)
	]
);

const ofAdoption = () =>
	uuid('adoption_id')
		.notNull()
		.references(() => adoptions.id);

/** Each time that an adoption came to a stage, said it better, or stopped. */
export const adoptionSteps = pgTable(
	'adoption_steps',
	{
		adoptionId: ofAdoption(),
		number: integer('number').notNull(),
		kind: text('kind', { enum: stepKinds }).notNull(),
		note: text('note').notNull().default(''),
		by: ofPerson('by'),
		at: moment('at').notNull()
	},
	(t) => [
		primaryKey({ name: 'adoption_steps_pk', columns: [t.adoptionId, t.number] }),
		check('adoption_steps_kind_known', oneOf(t.kind, stepKinds)),
		check('adoption_steps_counts', sql`${t.number} >= 1`),
		check('adoption_steps_stop_has_reason', sql`${t.kind} <> 'stopped' or ${t.note} <> ''`)
	]
);

/** What the city does with each part of the practice. Parts are named in its revisions. */
export const adoptionModules = pgTable(
	'adoption_modules',
	{
		adoptionId: ofAdoption(),
		moduleId: uuid('module_id').notNull(),
		choice: text('choice', { enum: moduleChoices }).notNull(),
		note: text('note').notNull().default(''),
		by: ofPerson('by'),
		at: moment('at').notNull()
	},
	(t) => [
		primaryKey({ name: 'adoption_modules_pk', columns: [t.adoptionId, t.moduleId] }),
		check('adoption_modules_choice_known', oneOf(t.choice, moduleChoices))
	]
);

/** Study visits, lessons and news. What is removed is gone; what a lead hid its author still reads. */
export const adoptionLog = pgTable(
	'adoption_log',
	{
		id: id(),
		adoptionId: ofAdoption(),
		kind: text('kind', { enum: logKinds }).notNull(),
		doc: jsonb('doc').$type<Doc>().notNull(),
		lang: text('lang').notNull(),
		files: jsonb('files').$type<AttachedFile[]>().notNull().default([]),
		authorId: ofPerson('author_id'),
		at: moment('at').notNull(),
		editedAt: moment('edited_at'),
		hiddenAt: moment('hidden_at'),
		hiddenBy: uuid('hidden_by').references(() => people.id),
		hiddenReason: text('hidden_reason')
	},
	(t) => [
		index('adoption_log_by_adoption').on(t.adoptionId, t.at),
		check('adoption_log_kind_known', oneOf(t.kind, logKinds)),
		check(
			'adoption_log_hidden_with_reason',
			sql`(${t.hiddenAt} is null) = (${t.hiddenReason} is null) and (${t.hiddenAt} is null) = (${t.hiddenBy} is null)`
		)
	]
);

/** Who looks after it, of both cities. */
export const adoptionPeople = pgTable(
	'adoption_people',
	{
		adoptionId: ofAdoption(),
		personId: ofPerson('person_id'),
		/** For which of the two cities. */
		partnerId: uuid('partner_id')
			.notNull()
			.references(() => partners.id),
		at: moment('at').notNull()
	},
	(t) => [
		primaryKey({ name: 'adoption_people_pk', columns: [t.adoptionId, t.personId] }),
		index('adoption_people_by_person').on(t.personId)
	]
);

/** What the city said to a publication of the practice. */
export const adoptionAnswers = pgTable(
	'adoption_answers',
	{
		adoptionId: ofAdoption(),
		publication: integer('publication').notNull(),
		answer: text('answer', { enum: publicationAnswers }).notNull(),
		by: ofPerson('by'),
		at: moment('at').notNull()
	},
	(t) => [
		primaryKey({ name: 'adoption_answers_pk', columns: [t.adoptionId, t.publication] }),
		check('adoption_answers_answer_known', oneOf(t.answer, publicationAnswers)),
		check('adoption_answers_publication_counts', sql`${t.publication} >= 1`)
	]
);
