import { sql } from 'drizzle-orm';
import { boolean, char, check, doublePrecision, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { installationKinds } from '#lib/model/installation.ts';
import type { Localized } from '#lib/model/localized.ts';
import { markShapes } from '#lib/model/network/network.ts';
import { id, moment, oneOf } from '../columns.ts';

/** One row: whether this database is a demo or a real installation. */
export const installation = pgTable(
	'installation',
	{
		only: boolean('only').primaryKey().default(true),
		kind: text('kind', { enum: installationKinds }).notNull(),
		createdAt: moment('created_at').notNull(),
		/** Signs the links in emails that work without signing in. */
		mailKey: text('mail_key')
			.notNull()
			.default(sql`gen_random_uuid()::text || gen_random_uuid()::text`),
		/** What the keys of people's drafts are derived from, the newest first. */
		draftKeys: text('draft_keys')
			.array()
			.notNull()
			.default(sql`array[gen_random_uuid()::text || gen_random_uuid()::text]`)
	},
	(t) => [check('installation_single_row', sql`${t.only}`), check('installation_kind_known', oneOf(t.kind, installationKinds))]
);

export const networks = pgTable(
	'networks',
	{
		id: id(),
		slug: text('slug').notNull(),
		name: text('name').notNull(),
		motto: jsonb('motto').$type<Localized>().notNull(),
		/** The co-funding line that every page carries. */
		fundingLine: jsonb('funding_line').$type<Localized>().notNull(),
		about: jsonb('about').$type<Localized>().notNull(),
		createdAt: moment('created_at').notNull()
	},
	(t) => [unique('networks_slug_unique').on(t.slug)]
);

export const themes = pgTable(
	'themes',
	{
		id: id(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id),
		slug: text('slug').notNull(),
		name: jsonb('name').$type<Localized>().notNull(),
		position: integer('position').notNull()
	},
	(t) => [unique('themes_slug_unique').on(t.networkId, t.slug)]
);

export const partners = pgTable(
	'partners',
	{
		id: id(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id),
		/** Short lower-case name of the city in data and addresses; never changes. */
		code: text('code').notNull(),
		slug: text('slug').notNull(),
		name: jsonb('name').$type<Localized>().notNull(),
		organisation: text('organisation').notNull(),
		country: char('country', { length: 2 }).notNull(),
		latitude: doublePrecision('latitude'),
		longitude: doublePrecision('longitude'),
		timeZone: text('time_zone').notNull(),
		language: text('language').notNull(),
		population: integer('population'),
		leads: boolean('leads').notNull().default(false),
		/** Place in the network's order, from 1. */
		position: integer('position').notNull(),
		letters: char('letters', { length: 2 }).notNull(),
		shape: text('shape', { enum: markShapes }).notNull(),
		/** Colours of the mark as #rrggbb: its ground, its line by day and by night, its letters. */
		fill: char('fill', { length: 7 }).notNull(),
		edge: char('edge', { length: 7 }).notNull(),
		edgeDark: char('edge_dark', { length: 7 }).notNull(),
		ink: char('ink', { length: 7 }).notNull()
	},
	(t) => [
		unique('partners_code_unique').on(t.networkId, t.code),
		unique('partners_slug_unique').on(t.networkId, t.slug),
		unique('partners_position_unique').on(t.networkId, t.position),
		uniqueIndex('partners_one_leads')
			.on(t.networkId)
			.where(sql`${t.leads}`),
		check('partners_code_short', sql`${t.code} ~ '^[a-z]{2,8}$'`),
		check('partners_country_code', sql`${t.country} ~ '^[A-Z]{2}$'`),
		check('partners_shape_known', oneOf(t.shape, markShapes)),
		check(
			'partners_colours',
			sql`${t.fill} ~ '^#[0-9a-f]{6}$' and ${t.edge} ~ '^#[0-9a-f]{6}$' and ${t.edgeDark} ~ '^#[0-9a-f]{6}$' and ${t.ink} ~ '^#[0-9a-f]{6}$'`
		),
		check('partners_latitude_range', sql`${t.latitude} between -90 and 90`),
		check('partners_longitude_range', sql`${t.longitude} between -180 and 180`)
	]
);
