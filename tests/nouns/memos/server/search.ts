import { and, desc, inArray, sql } from 'drizzle-orm';
import type { SearchSource } from '#lib/server/search/source.ts';
import { memos } from './table.ts';
import { visibleMemos } from './visible.ts';

interface Row {
	id: string;
	network_id: string;
	city: string;
	title: string;
	author_id: string;
	written_at: Date;
}

/** Memos by their titles. */
export const memoSource: SearchSource = {
	kind: 'memo',
	lasting: true,
	events: ['memo.written', 'memo.renamed'],
	all: 'select id from memos',

	async entries(db, subjects) {
		const rows = await db<Row[]>`
			select id, network_id, city, title, author_id, written_at from memos where id = any(${subjects}::uuid[])`;
		return rows.map(({ id, network_id, city, title, author_id, written_at }) => ({
			subject: id,
			network: network_id,
			city,
			person: author_id,
			lang: 'en',
			at: written_at,
			// Only some of the network may read it, so none of its words are suggested.
			open: false,
			texts: [{ text: title, lang: 'en', weight: 'A' }]
		}));
	},

	visible: ({ actor }) => sql`exists (select from memos where memos.id = found.subject_id and ${visibleMemos(actor)})`,

	async present({ db }, { actor }, subjects) {
		const rows = await db
			.select()
			.from(memos)
			.where(and(inArray(memos.id, subjects), visibleMemos(actor)));
		return new Map(
			rows.map(({ id, city, title }) => [id, { kind: 'memo', id, href: `/memos/${id}`, city, name: null, lang: 'en', text: title }])
		);
	},

	async offered({ db }, { actor }) {
		const rows = await db.select({ id: memos.id }).from(memos).where(visibleMemos(actor)).orderBy(desc(memos.writtenAt));
		return rows.map(({ id }) => id);
	}
};
