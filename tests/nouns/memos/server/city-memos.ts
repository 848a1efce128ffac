import { and, desc, eq } from 'drizzle-orm';
import type { CitySection } from '#lib/server/network/city-section.ts';
import { memos } from './table.ts';
import { visibleMemos } from './visible.ts';

/** The memos that a city keeps, of those this actor may read. */
export const cityMemos: CitySection<'memos'> = {
	name: 'memos',
	async open({ db }, actor, { network, city }) {
		const rows = await db
			.select()
			.from(memos)
			.where(and(eq(memos.networkId, network), eq(memos.city, city), visibleMemos(actor)))
			.orderBy(desc(memos.writtenAt));
		return rows.map(({ id, title }) => ({ id, title, href: `/memos/${id}` }));
	}
};
