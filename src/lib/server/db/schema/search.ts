import { bigint, boolean, customType, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '../columns.ts';
import { kinds } from './kinds.ts';
import { networks } from './networks.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** What can be found, of every kind; who may see it is asked of the subject itself whenever it is found. */
export const searchEntries = pgTable(
	'search_entries',
	{
		kind: text('kind')
			.notNull()
			.references(() => kinds.kind),
		subjectId: uuid('subject_id').notNull(),
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		/** Whether it is looked at before what is only said once: a city, a person, a meeting. */
		lasting: boolean('lasting').notNull(),
		city: text('city'),
		/** Who wrote it, or who it is. */
		personId: uuid('person_id'),
		lang: text('lang').notNull(),
		at: moment('at').notNull(),
		/** Whether everybody of the network may read it: words of others are suggested to nobody. */
		open: boolean('open').notNull().default(true),
		/** Every word as it stands (`=word`, unaccented) and its stems in the text's language. */
		words: tsvector('words').notNull()
	},
	(t) => [
		primaryKey({ name: 'search_entries_pk', columns: [t.kind, t.subjectId, t.networkId] }),
		index('search_entries_words').using('gin', t.words).with({ fastupdate: false }),
		index('search_entries_newest').on(t.networkId, t.lasting.desc().nullsFirst(), t.at.desc().nullsFirst()),
		index('search_entries_by_person').on(t.personId, t.at.desc().nullsFirst())
	]
);

/** The words that stand in a network's entries, for finding what a mistyped one was meant to be. */
export const searchWords = pgTable(
	'search_words',
	{
		networkId: uuid('network_id')
			.notNull()
			.references(() => networks.id, { onDelete: 'cascade' }),
		word: text('word').notNull()
	},
	(t) => [primaryKey({ name: 'search_words_pk', columns: [t.networkId, t.word] })]
);

/** Up to which event of a stream the entries are true. */
export const searchCursors = pgTable('search_cursors', {
	stream: text('stream').primaryKey(),
	seq: bigint('seq', { mode: 'number' }).notNull()
});

/** What has changed without an event; written by triggers, one row a change, so that none hides another. */
export const searchDue = pgTable('search_due', {
	id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
	kind: text('kind').notNull(),
	subjectId: uuid('subject_id').notNull(),
	/** What is still being written is read after a while of rest; null is at once. */
	notBefore: moment('not_before')
});
