import { sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import { facets, type Facet } from '#lib/model/practices/facets.ts';
import type { Choice, ListSort } from '#lib/model/practices/list-address.ts';
import { inAudience } from '../../access/readable-streams.ts';
import { entriesWanted, mostCandidates, scored, type Wish } from '../../search/statement.ts';
import { facetColumns, type FacetColumn } from './facet-columns.ts';
import { takenUp } from './taken-up.ts';

/** Words that are looked for, as the common search understands them. */
export type WantedWords = Pick<Wish, 'asking' | 'query' | 'asked' | 'named' | 'meant'>;

export interface ListWish {
	person: Person;
	network: string;
	choice: Choice;
	words: WantedWords | null;
	sort: ListSort;
	/** Entries that are wanted of those that fit: how many are passed over, and how many come then. */
	before: number;
	most: number;
}

const cap = sql.raw(String(mostCandidates));
const newest = sql`changed_at desc, practice_id`;

type Columns = Record<Facet, FacetColumn>;

const bitOf = (facet: Facet) => sql.raw(String(1 << facets.indexOf(facet)));

/**
 * The counts of every facet and the wanted entries. Each entry is looked at once, and what it does not fit is noted in bits:
 * an entry with none is in the list, one with no other than a facet's own is in the counts of that facet. Of words only what says
 * them is looked at.
 */
export function listStatement(wish: ListWish): SQL {
	const { words, sort, before, most } = wish;
	const best = words !== null && sort === 'best';
	const columns = facetColumns(wish.person);
	return sql`
		with taken as materialized (${takenUp(wish.network)}),
		${words ? sql`said as materialized (${sayingIt(wish.network, words)}),` : sql``}
		shown as materialized (${looked(wish, columns)})
		${best ? sql`, found as materialized (${toBeScored(wish.network)}), best as materialized (${scored(words)})` : sql``}
		select totals.*, (select json_agg(json_build_array(facet, value, n)) from (${counted(wish.choice, columns)}) counted) as counts,
			${wanted(sort, best, { before, most })} as wanted
		from (select coalesce(sum(shown), 0)::int as shown, (count(*) filter (where frank > 0))::int as frank, coalesce(sum(count), 0)::int as count
			from (select count(*) as shown, count(tells) as frank, count(*) filter (where failed = 0) as count from shown group by city) cities) totals`;
}

/** Entries of the network that this person may read, whatever is asked for, and the cities that tell what was hard. */
export function totalsStatement({ person, network }: Pick<ListWish, 'person' | 'network'>): SQL {
	return sql`select coalesce(sum(entries), 0)::int as total, (count(*) filter (where frank > 0))::int as frank from (
		select count(*) as entries, count(*) filter (where facets.lessons) as frank
		from practice_facets facets where ${readable(person, network)} group by facets.city) cities`;
}

/** Entries that are offered and whose streams this person may hear; what is archived or a draft has no facets. */
function readable(person: Person, network: string): SQL {
	return sql`facets.network_id = ${network} and ${inAudience(person, sql`facets.audience`)}`;
}

/** The wanted entries in their order: their ids, or all ids with their titles where these are put in order elsewhere. */
function wanted(sort: ListSort, best: boolean, { before, most }: { before: number; most: number }): SQL {
	if (sort === 'title')
		return sql`(select json_agg(json_build_array(facets.practice_id, facets.lang, facets.title, facets.english_title))
			from shown join practice_facets facets on facets.practice_id = shown.practice_id where failed = 0)`;
	const part = sql`offset ${before}::int limit ${most}::int`;
	if (best)
		return sql`array_to_json(array(
			select practice_id from (
				(select subject_id as practice_id, score, at from best)
				union all
				(select practice_id, null, changed_at from shown where failed = 0 order by ${newest} offset ${cap})) found
			order by score desc nulls last, at desc, practice_id ${part}))`;
	const order = { newest, best: newest, complete: sql`completed desc, ${newest}`, adopted: sql`cities desc, ${newest}` }[sort];
	return sql`array_to_json(array(select practice_id from shown where failed = 0 order by ${order} ${part}))`;
}

/** Every published entry of the network that this person may read, with its values and what it does not fit. */
function looked({ person, network, choice, words }: ListWish, columns: Columns): SQL {
	const fits = facets.flatMap((facet) => {
		const { many, of } = columns[facet];
		const chosen = choice[facet];
		if (chosen.length === 0) return [];
		const fit = many ? sql`${of} && ${sql.param(chosen)}::text[]` : sql`${of} = any(${sql.param(chosen)}::text[])`;
		return [sql`case when ${fit} then 0 else ${bitOf(facet)} end`];
	});
	return sql`
		select facets.practice_id, facets.changed_at, facets.completeness as completed, coalesce(taken.cities, 0) as cities,
			${sql.join(
				facets.map((facet) => sql`${columns[facet].of} as ${sql.identifier(facet)}`),
				sql`, `
			)},
			${fits.length > 0 ? sql.join(fits, sql` + `) : sql.raw('0')} as failed
		from practice_facets facets
			${words ? sql`join said on said.subject_id = facets.practice_id` : sql``}
			left join taken on taken.practice_id = facets.practice_id
		where ${readable(person, network)}`;
}

/**
 * How many one would get with a value added in its facet: what is chosen there does not count against it. Facets in which nothing
 * is chosen share a pass. Arrays are counted as they are, and only then taken apart: many entries say the same.
 */
function counted(choice: Choice, columns: Columns): SQL {
	const apart = facets.filter((facet) => choice[facet].length > 0);
	const shared = facets.filter((facet) => !apart.includes(facet));
	const passes = apart.map((facet) => {
		const column = sql.identifier(facet);
		const values = columns[facet].many ? column : sql`array[${column}]`;
		return sql`select ${facet}::text as facet, ${values} as values, count(*)::int as n
			from shown where failed & ~${bitOf(facet)} = 0 group by ${column}`;
	});
	if (shared.length > 0) passes.push(together(shared, columns));
	return sql`select facet, value, sum(n)::int as n from (${sql.join(passes, sql` union all `)}) its, unnest(values) value
		where value is not null group by facet, value`;
}

function together(shared: Facet[], columns: Columns): SQL {
	const each = (of: Facet[], make: (column: SQL, facet: Facet) => SQL, by: SQL) =>
		sql.join(
			of.map((facet) => make(sql`${sql.identifier(facet)}`, facet)),
			by
		);
	const one = shared.filter((facet) => !columns[facet].many);
	const values = [
		...shared.filter((facet) => columns[facet].many).map((facet) => sql`${sql.identifier(facet)}`),
		...(one.length > 0 ? [sql`array[coalesce(${each(one, (column) => column, sql`, `)})]`] : [])
	];
	return sql`
		select case ${each(shared, (column, facet) => sql`when grouping(${column}) = 0 then ${facet}::text`, sql` `)} end as facet,
			coalesce(${sql.join(values, sql`, `)}) as values, count(*)::int as n
		from shown where failed = 0 group by grouping sets (${each(shared, (column) => sql`(${column})`, sql`, `)})`;
}

/** The entries that say the words, wherever they say them: by the function of migration 0034, which goes through the index. */
function sayingIt(network: string, words: WantedWords): SQL {
	const { match } = words.asked;
	const conditions = entriesWanted({ ...words, asked: { ...words.asked, match: null } }, 'words');
	const saying = sql`practices_saying(${network}::uuid, ${match}::tsquery)`;
	if (match !== null && conditions.length === 0) return sql`select subject_id from ${saying} subject_id`;
	return sql`select subject_id from search_entries where kind = 'practice' and network_id = ${network}
		${match === null ? sql`` : sql`and subject_id in (select ${saying})`}${sql.join(conditions.map((condition) => sql` and ${condition}`))}`;
}

/** As in the common search, of many only the newest are put in order by how well they answer. */
function toBeScored(network: string): SQL {
	return sql`
		select entry.subject_id, entry.at, entry.words from (
			select practice_id from shown where failed = 0 order by ${newest} limit ${cap}) newest
		join search_entries entry on entry.kind = 'practice' and entry.subject_id = newest.practice_id and entry.network_id = ${network}`;
}
