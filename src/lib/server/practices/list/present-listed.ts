import { and, eq, sql } from 'drizzle-orm';
import { inReadersWords } from '#lib/model/practices/in-readers-words.ts';
import type { ListedPractice } from '#lib/model/practices/listed.ts';
import { hrefOfPractice } from '#lib/model/practices/practice.ts';
import type { Database } from '../../db/client.ts';
import { practiceFacets, practices } from '../../db/schema/practices.ts';
import { visiblePublished } from '../visible.ts';
import { takenUpBy } from './taken-up.ts';
import type { ListAsking } from './list-practices.ts';

/** What the list shows of these entries, in this order; who may read them is asked again. */
export async function presentListed(db: Database, { person, locale }: ListAsking, ids: string[]): Promise<ListedPractice[]> {
	if (ids.length === 0) return [];
	const shown = db
		.select({ facets: practiceFacets, slug: practices.slug, shortId: practices.shortId, illustrative: practices.illustrative })
		.from(practiceFacets)
		.innerJoin(practices, eq(practices.id, practiceFacets.practiceId))
		.where(and(sql`${practices.id} = any(${sql.param(ids)}::uuid[])`, eq(practices.state, 'published'), visiblePublished(person)));
	const [rows, taken] = await Promise.all([shown, takenUpBy(db, ids)]);
	const known = new Map(rows.map((row) => [row.facets.practiceId, row]));
	return ids.flatMap((id) => {
		const row = known.get(id);
		if (!row) return [];
		const { city, form, themes, currency, costFrom, costTo, fromYear, toYear, evidence, completeness, changedAt } = row.facets;
		return [
			{
				id,
				href: hrefOfPractice(row),
				city,
				form,
				...inReadersWords(row.facets, locale),
				illustrative: row.illustrative,
				themes,
				cost: currency === null ? null : { from: costFrom, to: costTo, currency },
				fromYear,
				toYear,
				evidence,
				completeness,
				changedAt: changedAt.toISOString(),
				takenUp: taken.get(id) ?? []
			}
		];
	});
}
