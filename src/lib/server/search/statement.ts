import { sql, type SQL } from 'drizzle-orm';
import type { Query } from '#lib/model/search/query.ts';
import { instantOf } from '#lib/model/zoned.ts';
import { readNetworks } from '../access/read-networks.ts';
import type { Named } from './named.ts';
import type { Asking } from './source.ts';
import { searchSources } from './sources.ts';
import type { Asked } from './words/asked.ts';

/** Entries that are put in order. What is found more often than this is put in order only among what stays and the newest. */
export const mostCandidates = 400;

/** Numbers that are the same for every query stand in the statement: the planner is to know them. */
const cap = sql.raw(String(mostCandidates));

/** How much a word weighs in a text, beside nothing, in what it is known by, and in its title. */
const weights = '{0.1, 0.2, 0.5, 1}';
/** What a day takes from a text's freshness, and what freshness adds to its order at most. */
const [fadesBy, freshness] = [1 / 200, 0.35];

export interface Wish {
	asking: Asking;
	query: Query;
	asked: Asked;
	/** Words that may have been meant instead, as a tsquery. */
	meant: string | null;
	named: Named;
	from: number;
	most: number;
}

/**
 * What this actor finds, in order: candidates by the index alone, put in order, and of these what the actor may see, by
 * asking the subjects themselves. Only what may be seen is counted, and nothing is where there are more than can be told:
 * then no more of them are asked about than are shown.
 */
export function searchStatement(wish: Wish): SQL {
	const { asking, from, most } = wish;
	const visible = sql`case kind ${sql.join(
		searchSources.get().map((source) => sql`when ${source.kind} then ${source.visible(asking)}`),
		sql` `
	)} else false end`;
	const best = sql`order by score desc, at desc, kind, subject_id`;
	return sql`
		with ${candidates(wish)},
		looked as materialized (select count(*)::int as n from found),
		ranked as materialized (
			select kind, subject_id, max(at) as at, max(score) as score
			from (${scored(wish)}) scored group by kind, subject_id),
		seen as materialized (
			select kind, subject_id, score, at from (select * from ranked ${best} offset 0) found
			where ${visible} limit case when (select n from looked) >= ${cap} then ${from + most}::int end)
		select n as candidates,
			case when n < ${cap} then
				(select json_object_agg(kind, n) from (select kind, count(*) as n from seen group by kind) counted) end as counts,
			(select json_agg(json_build_object('kind', kind, 'id', subject_id) ${best})
				from (select * from seen ${best} offset ${from}::int limit ${most}::int) hits) as hits
		from looked`;
}

/** Newest entries of a network that are looked at to know whether a word is common, and from how many of them on it is. */
const [sample, enough] = [sql.raw('400'), sql.raw('16')];

/**
 * The part of the statement called `found`. What is common is found fastest by going through the newest entries, what is
 * rare by the index of words, and PostgreSQL guesses badly which is which: so in each network a sample tells, and a way
 * that is not gone has a limit of nothing. The newest of several networks are no part of one index, hence one by one.
 */
function candidates(wish: Wish): SQL {
	const networks = readNetworks(wish.asking.actor).map((network) => sql`(${network}::uuid)`);
	const columns = sql`kind, subject_id, lasting, at, words`;
	const entries = sql`select ${columns}, network_id, city, person_id, lang from search_entries where network_id = its.network`;
	const newest = sql`order by lasting desc, at desc`;
	const through = all(entriesWanted(wish, 'through'));
	const inOne =
		wish.asked.match === null
			? sql`${entries} and ${through} ${newest} limit ${cap}`
			: sql`
				with sample as materialized (
					select count(*) >= ${enough} as common
					from (select from (${entries} ${newest} limit ${sample}) newest where ${through} limit ${enough}) matching)
				(${entries} and ${through} ${newest} limit case when (select common from sample) then ${cap} else 0 end)
				union all
				(select * from (${entries} and ${all(entriesWanted(wish, 'words'))} offset 0) matched ${newest}
					limit case when (select common from sample) then 0 else ${cap} end)`;
	// Values and no array: of an array the planner does not know how long it is, and would plan anew for each.
	return sql`found as materialized (
		select ${columns} from (values ${networks.length > 0 ? sql.join(networks, sql`, `) : sql`(null::uuid)`}) its(network)
		cross join lateral (${inOne}) entries
		${networks.length > 1 ? newest : sql``} limit ${cap})`;
}

function all(conditions: SQL[]): SQL {
	return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

/**
 * What entries of the index must fulfil, for lists of one kind too.
 * @param by by the index of words, or through entries in their order, which that index must not come into
 */
export function entriesWanted(
	{ asking: { actor }, query, asked, named }: Pick<Wish, 'asking' | 'query' | 'asked' | 'named'>,
	by: 'words' | 'through'
): SQL[] {
	const timeZone = actor.kind === 'person' ? actor.timeZone : 'UTC';
	const day = (date: string) => instantOf(`${date}T00:00:00`, timeZone).toISOString();
	const conditions: SQL[] = [];
	if (asked.match !== null)
		conditions.push(by === 'words' ? sql`words @@ ${asked.match}::tsquery` : sql`(words @@ ${asked.match}::tsquery) is true`);
	if (asked.without !== null) conditions.push(sql`not words @@ ${asked.without}::tsquery`);
	if (query.kinds.length > 0) conditions.push(sql`kind = any(${sql.param(query.kinds)}::text[])`);
	if (query.langs.length > 0) conditions.push(sql`lang = any(${sql.param(query.langs)}::text[])`);
	if (named.cities) conditions.push(sql`city = any(${sql.param(named.cities)}::text[])`);
	if (named.people) conditions.push(sql`person_id = any(${sql.param(named.people)}::uuid[])`);
	if (query.after) conditions.push(sql`at >= ${day(query.after)}::timestamptz`);
	if (query.before) conditions.push(sql`at < ${day(query.before)}::timestamptz`);
	return conditions;
}

/** Candidates for whose order it is looked at how close together the words stand: that takes ten times as long as the words alone. */
const close = sql.raw('100');

/**
 * What was found (a part of the statement called `found`, with `words` and `at`), with its order: words as they were asked for,
 * close together, and in titles first; among equals, gently, the newer.
 */
export function scored({ asking: { now }, asked: { own, near }, meant }: Pick<Wish, 'asking' | 'asked' | 'meant'>): SQL {
	const days = sql`greatest(0, extract(epoch from ${now.toISOString()}::timestamptz - at)::float8 / 86400)`;
	const fresh = sql`(1 + ${freshness}::float8 * exp(-${fadesBy}::float8 * ${days}))`;
	if (own === '') return sql`select *, ${fresh} as score from found`;
	const said = sql`0.01 + ts_rank(${weights}::float4[], words, ${own}::tsquery)`;
	const instead = meant ? sql` + 0.3 * ts_rank(${weights}::float4[], words, ${meant}::tsquery)` : sql``;
	if (!/&|<->/.test(near)) return sql`select *, (${said}${instead}) * ${fresh} as score from found`;
	const together = sql`case when place <= ${close} then ts_rank_cd(${weights}::float4[], words, ${near}::tsquery) else 0 end`;
	return sql`
		select *, (said + ${together}${instead}) * ${fresh} as score
		from (select *, row_number() over (order by said desc, at desc) as place from (select *, ${said} as said from found) found) placed`;
}
