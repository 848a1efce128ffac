import { sql } from 'drizzle-orm';
import { bigint, check, char, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { fileKinds } from '#lib/model/files/kinds.ts';
import { id, moment } from '../columns.ts';
import { kinds } from './kinds.ts';
import { networks, partners } from './networks.ts';
import { ofPerson } from './people.ts';

/** What was uploaded, checked and kept. The bytes lie in the store under their hash; nothing here changes later. */
export const files = pgTable(
	'files',
	{
		id: id(),
		sha256: char('sha256', { length: 64 }).notNull(),
		size: bigint('size', { mode: 'number' }).notNull(),
		/** MIME type, by content. */
		type: text('type').notNull(),
		kind: text('kind', { enum: fileKinds }).notNull(),
		name: text('name').notNull(),
		ownerId: ofPerson('owner_id'),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id),
		/** The city on whose quota it counts; without one it counts on its owner's. */
		partnerId: uuid('partner_id').references(() => partners.id),
		width: integer('width'),
		height: integer('height'),
		pages: integer('pages'),
		/** The first of its versions; all of them bear its id. */
		seriesId: uuid('series_id').notNull(),
		version: integer('version').notNull().default(1),
		createdAt: moment('created_at').notNull(),
		/** When it was last taken out of where it stood. */
		releasedAt: moment('released_at')
	},
	(t) => [
		unique('files_version_unique').on(t.seriesId, t.version),
		index('files_by_content').on(t.sha256),
		index('files_by_partner').on(t.partnerId),
		index('files_by_owner').on(t.ownerId),
		index('files_by_time').on(t.createdAt),
		check('files_sha256_hex', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
		check('files_size_positive', sql`${t.size} > 0`),
		check('files_version_counts', sql`${t.version} >= 1 and (${t.version} = 1) = (${t.seriesId} = ${t.id})`),
		check('files_kind_known', sql.raw(`kind in (${fileKinds.map((kind) => `'${kind}'`).join(', ')})`))
	]
);

/** What is shown of a content: a picture in its sizes, the first page of a PDF. */
export const fileRenditions = pgTable(
	'file_renditions',
	{
		/** Hash of the content it was made of. */
		of: char('of', { length: 64 }).notNull(),
		size: text('size').notNull(),
		sha256: char('sha256', { length: 64 }).notNull(),
		type: text('type').notNull(),
		width: integer('width').notNull(),
		height: integer('height').notNull(),
		bytes: bigint('bytes', { mode: 'number' }).notNull()
	},
	(t) => [primaryKey({ name: 'file_renditions_pk', columns: [t.of, t.size] }), index('file_renditions_by_content').on(t.sha256)]
);

/** Where a file stands. Whoever may read the subject may read the file, and nobody else. */
export const fileUses = pgTable(
	'file_uses',
	{
		fileId: uuid('file_id')
			.notNull()
			.references(() => files.id),
		subjectKind: text('subject_kind')
			.notNull()
			.references(() => kinds.kind),
		subjectId: uuid('subject_id').notNull(),
		position: integer('position').notNull(),
		alt: text('alt'),
		by: ofPerson('by'),
		at: moment('at').notNull()
	},
	(t) => [
		primaryKey({ name: 'file_uses_pk', columns: [t.subjectKind, t.subjectId, t.fileId] }),
		unique('file_uses_position_unique').on(t.subjectKind, t.subjectId, t.position),
		index('file_uses_by_file').on(t.fileId)
	]
);

/** What is being uploaded. The file that comes of it bears the same id. */
export const uploads = pgTable(
	'uploads',
	{
		id: id(),
		ownerId: ofPerson('owner_id'),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id),
		partnerId: uuid('partner_id').references(() => partners.id),
		/** As the browser said it. */
		name: text('name').notNull(),
		/** Bytes that are to come; they count on the quota already. */
		size: bigint('size', { mode: 'number' }).notNull(),
		/** The file whose place it is to take. */
		replaces: uuid('replaces').references(() => files.id),
		createdAt: moment('created_at').notNull()
	},
	(t) => [
		index('uploads_by_partner').on(t.partnerId),
		index('uploads_by_owner').on(t.ownerId),
		index('uploads_by_time').on(t.createdAt),
		check('uploads_size_positive', sql`${t.size} > 0`)
	]
);
