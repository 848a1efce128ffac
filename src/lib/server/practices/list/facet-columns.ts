import { sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import type { Facet } from '#lib/model/practices/facets.ts';

/** What an entry says in a facet: one value (or null), or an array of them. */
export interface FacetColumn {
	many: boolean;
	of: SQL;
}

/** The facets over `practice_facets facets` and `taken`, as a list of this person asks them. */
export function facetColumns({ id }: Person): Record<Facet, FacetColumn> {
	const one = (of: SQL) => ({ many: false, of });
	const many = (of: SQL) => ({ many: true, of });
	return {
		theme: many(sql`facets.themes`),
		stage: many(sql`coalesce(taken.stages, '{none}')`),
		city: one(sql`facets.city`),
		country: one(sql`facets.country::text`),
		cost: many(sql`facets.cost_bands`),
		period: one(sql`case when facets.from_year is null then 'none' when facets.from_year < 2000 then 'before-2000'
			else (facets.from_year / 5 * 5)::text end`),
		evidence: one(sql`facets.evidence`),
		completeness: one(sql`case when facets.completeness >= 10 then '10-12' when facets.completeness >= 7 then '7-9'
			when facets.completeness >= 4 then '4-6' else '0-3' end`),
		tells: one(sql`case when facets.lessons then 'lessons' end`),
		lang: many(sql`facets.langs`),
		form: one(sql`facets.form`),
		tag: many(sql`facets.tags`),
		bookmarked: one(sql`case when exists (select from practice_bookmarks kept
			where kept.person_id = ${id} and kept.practice_id = facets.practice_id) then 'yes' end`)
	};
}
