import { sql } from 'drizzle-orm';
import { check, date, foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { versionKinds } from '#lib/model/plans/version.ts';
import { moment, oneOf } from '../columns.ts';
import { files } from './files.ts';
import { ofPerson } from './people.ts';
import { planRows, rowRevisions } from './plan-rows.ts';
import { planSections, sectionRevisions } from './plan-sections.ts';
import { ofPlan } from './plans.ts';

/** A plan as it stood at a moment: pointers to revisions, never a copy. */
export const planVersions = pgTable(
	'plan_versions',
	{
		planId: ofPlan(),
		number: integer('number').notNull(),
		name: text('name').notNull(),
		kind: text('kind', { enum: versionKinds }).notNull(),
		/** The title of the plan then. */
		title: text('title').notNull(),
		by: ofPerson('by'),
		at: moment('at').notNull()
	},
	(t) => [
		primaryKey({ name: 'plan_versions_pk', columns: [t.planId, t.number] }),
		check('plan_versions_kind_known', oneOf(t.kind, versionKinds)),
		check('plan_versions_count', sql`${t.number} >= 1`)
	]
);

const ofVersion = { planId: ofPlan, version: () => integer('version').notNull() };

/** Which revision of a section stands in a version, and at which place. */
export const versionSections = pgTable(
	'version_sections',
	{
		planId: ofVersion.planId(),
		version: ofVersion.version(),
		sectionId: uuid('section_id')
			.notNull()
			.references(() => planSections.id),
		n: integer('n').notNull(),
		position: integer('position').notNull()
	},
	(t) => [
		primaryKey({ name: 'version_sections_pk', columns: [t.planId, t.version, t.sectionId] }),
		foreignKey({
			name: 'version_sections_version',
			columns: [t.planId, t.version],
			foreignColumns: [planVersions.planId, planVersions.number]
		}),
		foreignKey({
			name: 'version_sections_revision',
			columns: [t.sectionId, t.n],
			foreignColumns: [sectionRevisions.sectionId, sectionRevisions.n]
		})
	]
);

export const versionRows = pgTable(
	'version_rows',
	{
		planId: ofVersion.planId(),
		version: ofVersion.version(),
		rowId: uuid('row_id')
			.notNull()
			.references(() => planRows.id),
		n: integer('n').notNull(),
		position: integer('position').notNull()
	},
	(t) => [
		primaryKey({ name: 'version_rows_pk', columns: [t.planId, t.version, t.rowId] }),
		foreignKey({
			name: 'version_rows_version',
			columns: [t.planId, t.version],
			foreignColumns: [planVersions.planId, planVersions.number]
		}),
		foreignKey({ name: 'version_rows_revision', columns: [t.rowId, t.n], foreignColumns: [rowRevisions.rowId, rowRevisions.n] })
	]
);

/** The political declaration with which a version was adopted. */
export const planDeclarations = pgTable(
	'plan_declarations',
	{
		planId: ofVersion.planId(),
		version: ofVersion.version(),
		/** The council, board or mayor that adopted it. */
		body: text('body').notNull(),
		adoptedOn: date('adopted_on', { mode: 'string' }).notNull(),
		file: uuid('file').references(() => files.id, { onDelete: 'set null' })
	},
	(t) => [
		primaryKey({ name: 'plan_declarations_pk', columns: [t.planId, t.version] }),
		foreignKey({
			name: 'plan_declarations_version',
			columns: [t.planId, t.version],
			foreignColumns: [planVersions.planId, planVersions.number]
		})
	]
);
