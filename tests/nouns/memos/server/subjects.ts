import { and, inArray } from 'drizzle-orm';
import type { SubjectKind } from '#lib/server/threads/subjects.ts';
import { memos } from './table.ts';
import { visibleMemos } from './visible.ts';

/** Memos as threads hang on them. */
export const memoSubjects: SubjectKind = {
	kind: 'memo',
	async present(db, actor, _locale, ids) {
		const rows = await db
			.select()
			.from(memos)
			.where(and(inArray(memos.id, ids), visibleMemos(actor)));
		return new Map(rows.map(({ id, title, city }) => [id, { title, name: title, href: `/memos/${id}`, city }]));
	}
};
