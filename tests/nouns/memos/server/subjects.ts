import { and, inArray } from 'drizzle-orm';
import type { PresentSubject, SubjectKind } from '#lib/server/threads/subjects.ts';
import { memoParts, type Memo } from '../model/memo.ts';
import { memoAt } from './queries.ts';
import { memos } from './table.ts';
import { visibleMemos } from './visible.ts';

/** Memos as threads hang on them. */
export const memoSubjects: SubjectKind = {
	kind: 'memo',
	parts: memoParts,
	async at(db, actor, _locale, [room, id, ...rest]) {
		if (room !== 'memos' || id === undefined || rest.length > 0) return null;
		const memo = await memoAt(db, actor, id);
		return memo && { ...presented(memo), stream: memo.stream, trail: [{ href: '/memos', label: 'Memos' }] };
	},
	async present(db, actor, _locale, ids) {
		const rows = await db
			.select()
			.from(memos)
			.where(and(inArray(memos.id, ids), visibleMemos(actor)));
		return new Map(rows.map((memo) => [memo.id, presented(memo)]));
	}
};

function presented({ id, title, city }: Pick<Memo, 'id' | 'title' | 'city'>): PresentSubject {
	return { title, name: title, href: `/memos/${id}`, city };
}
