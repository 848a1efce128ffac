import { and, inArray, sql } from 'drizzle-orm';
import { audit } from '#lib/server/db/schema/streams.ts';
import type { ModerationSource } from '#lib/server/moderation/source.ts';
import { memos } from './table.ts';
import { visibleMemos } from './visible.ts';

/** Memos whose day leads took away, of those that whoever looks may read. */
export const moderatedMemos: ModerationSource<'memo'> = {
	kind: 'memo',
	acts: ['memo.silenced'],
	known: (_, { lead }) => sql`exists (select from memos where memos.id = ${audit.subjectId}::uuid and ${visibleMemos(lead)})`,
	hidden: null,
	async present({ db }, { lead }, ids) {
		const rows = await db
			.select()
			.from(memos)
			.where(and(inArray(memos.id, ids), visibleMemos(lead)));
		return new Map(rows.map(({ id, title }) => [id, { title, href: `/memos/${id}` }]));
	}
};
