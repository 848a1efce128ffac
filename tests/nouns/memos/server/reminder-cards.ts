import { and, inArray } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { Card } from '#lib/model/notifications/cards.ts';
import type { Entry } from '#lib/model/notifications/entries.ts';
import type { Database, Transaction } from '#lib/server/db/client.ts';
import { memos } from './table.ts';
import { visibleMemos } from './visible.ts';

/** That memos are due, as they are called now. */
export async function reminderCards(db: Database | Transaction, person: Person, entries: Entry[]): Promise<Card[]> {
	const ids = entries.map(({ item }) => item.id);
	const rows = await db
		.select()
		.from(memos)
		.where(and(inArray(memos.id, ids), visibleMemos(person)));
	const found = new Map(rows.map((row) => [row.id, row]));
	return entries.flatMap(({ id, item }) => {
		const memo = found.get(item.id);
		if (!memo) return [];
		const href = `/memos/${memo.id}`;
		const shown = { ...item, title: memo.title, city: memo.city, href };
		const nothingSaid = {
			who: null,
			city: null,
			inOwnDiscussion: false,
			begins: null,
			because: null,
			state: 'there',
			excerpt: null
		} as const;
		return [{ id, item: shown, href, ...nothingSaid }];
	});
}
