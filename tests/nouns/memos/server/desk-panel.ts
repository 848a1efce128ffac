import { desc } from 'drizzle-orm';
import type { DeskPanel } from '#lib/server/desk/panel.ts';
import { memos } from './table.ts';
import { visibleMemos } from './visible.ts';

/** The newest memos beside what waits. */
export const memosPanel: DeskPanel<'memos'> = {
	name: 'memos',
	async open({ db }, person) {
		const rows = await db.select().from(memos).where(visibleMemos(person)).orderBy(desc(memos.writtenAt)).limit(5);
		return rows.map(({ id, title }) => ({ id, title, href: `/memos/${id}` }));
	}
};
