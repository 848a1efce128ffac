import { sql, type SQL } from 'drizzle-orm';
import type { Person } from '#lib/model/access/actor.ts';
import { facets, type Facet } from '#lib/model/practices/facets.ts';
import type { Choice, ListSort } from '#lib/model/practices/list-address.ts';
import { readableStreams } from '../../access/readable-streams.ts';
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
		from (select count(*)::int as shown, (count(distinct city) filter (where tells is not null))::int as frank,
			count(*) filter (where failed = 0)::int as count from shown) totals`;
}

/** Entries of the network that this person may read, whatever is asked for, and the cities that tell what was hard. */
export function totalsStatement({ person, network }: Pick<ListWish, 'person' | 'network'>): SQL {
	return sql`select count(*)::int as total, count(distinct facets.city) filter (where facets.lessons)::int as frank
		from ${readable(person)} where facets.network_id = ${network} and practices.state = 'published'`;
}

/** Published entries whose streams this person may hear; those of drafts are not even looked at. */
function readable(person: Person): SQL {
	return sql`practice_facets facets join practices on practices.id = facets.practice_id
		join streams on streams.id = practices.stream and streams.kind = 'practice' and ${readableStreams(person)}`;
}

/** The wanted entries in their order: their ids, or all ids with their titles where these are put in order elsewhere. */
function wanted(sort: ListSort, best: boolean, { before, most }: { before: number; most: number }): SQL {
	if (sort === 'title')
		return sql`(select json_agg(json_build_array(facets.practice_id, facets.lang, facets.title, facets.english_title))
			from shown join practice_facets facets on facets.practice_id = shown.practice_id where failed = 0)`;
	const newest = sql`shown.changed_at desc, shown.practice_id`;
	const order = {
		newest,
		best: best ? sql`best.score desc nulls last, ${newest}` : newest,
		complete: sql`shown.completed desc, ${newest}`,
		adopted: sql`shown.cities desc, ${newest}`
	}[sort];
	return sql`(select json_agg(practice_id order by place) from (
		select shown.practice_id, row_number() over (order by ${order}) as place
		from shown ${best ? sql`left join best on best.subject_id = shown.practice_id` : sql``}
		where failed = 0 order by place offset ${before}::int limit ${most}::int) page)`;
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
		from ${readable(person)}
			${words ? sql`join said on said.subject_id = facets.practice_id` : sql``}
			left join taken on taken.practice_id = facets.practice_id
		where facets.network_id = ${network} and practices.state = 'published'`;
}

/**
 * How many one would get with a value added in its facet: what is chosen there does not count against it. Facets of one value an
 * entry in which nothing is chosen share a pass.
 */
function counted(choice: Choice, columns: Columns): SQL {
	const shared = facets.filter((facet) => !columns[facet].many && choice[facet].length === 0);
	const apart = facets
		.filter((facet) => !shared.includes(facet))
		.map((facet) => {
			const column = sql.identifier(facet);
			const fitting = choice[facet].length > 0 ? sql`failed & ~${bitOf(facet)} = 0` : sql`failed = 0`;
			const values = columns[facet].many ? sql`unnest(shown.${column})` : column;
			return sql`select ${facet}::text as facet, value, count(*)::int as n from (select ${values} as value from shown where ${fitting}) its
			where value is not null group by value`;
		});
	return sql.join(shared.length > 0 ? [together(shared), ...apart] : apart, sql` union all `);
}

function together(shared: Facet[]): SQL {
	const each = (make: (column: SQL, facet: Facet) => SQL, by: SQL) =>
		sql.join(
			shared.map((facet) => make(sql`${sql.identifier(facet)}`, facet)),
			by
		);
	return sql`select facet, value, n from (
		select case ${each((column, facet) => sql`when grouping(${column}) = 0 then ${facet}::text`, sql` `)} end as facet,
			coalesce(${each((column) => column, sql`, `)}) as value, count(*)::int as n
		from shown where failed = 0 group by grouping sets (${each((column) => sql`(${column})`, sql`, `)})) its
		where value is not null`;
}

/** The entries that say the words, wherever they say them. This kind has an index of its own, hence no parameter. */
function sayingIt(network: string, words: WantedWords): SQL {
	const conditions = entriesWanted(words, 'words').map((condition) => sql` and ${condition}`);
	return sql`select subject_id from search_entries where kind = 'practice' and network_id = ${network}${sql.join(conditions)}`;
}

/** As in the common search, of many only the newest are put in order by how well they answer. */
function toBeScored(network: string): SQL {
	return sql`
		select entry.subject_id, entry.at, entry.words from (
			select practice_id from shown where failed = 0 order by changed_at desc limit ${sql.raw(String(mostCandidates))}) newest
		join search_entries entry on entry.kind = 'practice' and entry.subject_id = newest.practice_id and entry.network_id = ${network}`;
}
