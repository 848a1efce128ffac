import { sql } from 'drizzle-orm';
import { bigint, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Doc } from '#lib/model/documents/doc.ts';
import type { AttachedFile } from '#lib/model/files/attached.ts';
import { reactionKinds } from '#lib/model/threads/reactions.ts';
import { id, moment } from '../columns.ts';
import { ofPerson, people } from './people.ts';
import { streams } from './streams.ts';

export const posts = pgTable(
	'posts',
	{
		id: id(),
		stream: text('stream')
			.notNull()
			.references(() => streams.id),
		/** Number of its event in the stream, which orders the thread. */
		seq: bigint('seq', { mode: 'number' }).notNull(),
		/** Number of the post that begins the discussion this one answers in. */
		root: bigint('root', { mode: 'number' }),
		/** The passage that a discussion is about, where it is about one. */
		target: jsonb('target').$type<unknown>(),
		/** Key of the part of its subject that a discussion is about, as the noun names it; null when it is about the whole. */
		about: text('about'),
		kind: text('kind').notNull().default('post'),
		authorId: ofPerson('author_id'),
		/** What the author was in the network when writing. */
		authorRole: text('author_role', {
			enum: ['lead', 'coordinator', 'officer', 'expert', 'local', 'reader']
		}).notNull(),
		authorCity: text('author_city'),
		authorExpertKind: text('author_expert_kind', { enum: ['lead', 'adhoc'] }),
		postedAt: moment('posted_at').notNull(),
		lang: text('lang').notNull(),
		/** Null only when deleted. */
		doc: jsonb('doc').$type<Doc>(),
		/** What is attached, as it is shown, so that reading a thread asks for nothing more; null when nothing is. */
		files: jsonb('files').$type<AttachedFile[]>(),
		revision: integer('revision').notNull().default(1),
		editedAt: moment('edited_at'),
		deletedAt: moment('deleted_at'),
		/** Out of sight for all but the author and the lead partner; the text stays for them. */
		hiddenAt: moment('hidden_at'),
		hiddenBy: uuid('hidden_by').references(() => people.id),
		hiddenReason: text('hidden_reason')
	},
	(t) => [
		unique('posts_seq_unique').on(t.stream, t.seq),
		foreignKey({ name: 'posts_root_fk', columns: [t.stream, t.root], foreignColumns: [t.stream, t.seq] }),
		index('posts_beginnings')
			.on(t.stream, t.seq, t.postedAt)
			.where(sql`${t.root} is null`),
		index('posts_answers')
			.on(t.stream, t.root, t.seq)
			.where(sql`${t.root} is not null`),
		index('posts_answers_by_seq')
			.on(t.stream, t.seq, t.root)
			.where(sql`${t.root} is not null`),
		check('posts_answer_comes_later', sql`${t.root} < ${t.seq}`),
		check(
			'posts_hidden_with_reason',
			sql`(${t.hiddenAt} is null) = (${t.hiddenBy} is null) and (${t.hiddenAt} is null) = (${t.hiddenReason} is null)`
		),
		index('posts_by_author').on(t.authorId),
		index('posts_about_parts')
			.on(t.stream, t.about, t.seq)
			.where(sql`${t.about} is not null`),
		check('posts_about_is_a_key', sql`${t.about} ~ '^[a-z0-9-]{1,60}$'`),
		check('posts_about_begins', sql`${t.about} is null or ${t.root} is null`),
		check('posts_text_until_deleted', sql`(${t.doc} is null) = (${t.deletedAt} is not null)`),
		check('posts_files_until_deleted', sql`${t.files} is null or ${t.deletedAt} is null`),
		check('posts_revision_counts', sql`${t.revision} >= 1`)
	]
);

/**
 * Every text that a post has had, the current one included; none as long as there is but one, which stands in the post.
 * What was posted first travelled in the event of the post's own number.
 */
export const postRevisions = pgTable(
	'post_revisions',
	{
		postId: uuid('post_id')
			.notNull()
			.references(() => posts.id),
		n: integer('n').notNull(),
		/** Number of the event that carried this text, so that erasing finds it. */
		seq: bigint('seq', { mode: 'number' }).notNull(),
		lang: text('lang').notNull(),
		/** Null when the post was deleted: the trace stays, the text goes. */
		doc: jsonb('doc').$type<Doc>(),
		/** Names of the files that stood with this text; the files themselves may be gone since. */
		files: jsonb('files').$type<string[]>(),
		at: moment('at').notNull()
	},
	(t) => [primaryKey({ name: 'post_revisions_pk', columns: [t.postId, t.n] })]
);

const knownKind = sql.raw(`kind in (${reactionKinds.map((kind) => `'${kind}'`).join(', ')})`);

/** What people said about a post without words. */
export const postReactions = pgTable(
	'post_reactions',
	{
		postId: uuid('post_id')
			.notNull()
			.references(() => posts.id),
		kind: text('kind', { enum: reactionKinds }).notNull(),
		personId: ofPerson('person_id'),
		/** Code of the person's city when reacting. */
		city: text('city'),
		/** Number of the event that set it: the order in which they came. */
		seq: bigint('seq', { mode: 'number' }).notNull()
	},
	(t) => [
		primaryKey({ name: 'post_reactions_pk', columns: [t.postId, t.kind, t.personId] }),
		check('post_reactions_kind_known', knownKind)
	]
);

/** The same about what a thread hangs on. */
export const subjectReactions = pgTable(
	'subject_reactions',
	{
		stream: text('stream')
			.notNull()
			.references(() => streams.id),
		kind: text('kind', { enum: reactionKinds }).notNull(),
		personId: ofPerson('person_id'),
		/** Code of the person's city when reacting. */
		city: text('city'),
		/** Number of the event that set it: the order in which they came. */
		seq: bigint('seq', { mode: 'number' }).notNull()
	},
	(t) => [
		primaryKey({ name: 'subject_reactions_pk', columns: [t.stream, t.kind, t.personId] }),
		check('subject_reactions_kind_known', knownKind)
	]
);
