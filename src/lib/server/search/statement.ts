import { sql, type SQL } from 'drizzle-orm';
import type { Query } from '#lib/model/search/query.ts';
import { instantOf } from '#lib/model/zoned.ts';
import { readNetworks } from '../meetings/visible.ts';
import type { Named } from './named.ts';
import type { Asking } from './source.ts';
import { sources } from './sources.ts';
import type { Asked } from './words/asked.ts';

/** Entries that are put in order. What is found more often than this is put in order only among what stays and the newest. */
export const mostCandidates = 400;

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
 * asking the subjects themselves. Only what may be seen is counted, and nothing is where there are more than can be told.
 */
export function searchStatement(wish: Wish): SQL {
	const { asking, from, most } = wish;
	const visible = sql`case kind ${sql.join(sources.map((source) => sql`when ${source.kind} then ${source.visible(asking)}`), sql` `)} else false end`;
	return sql`
		with ${candidates(wish)},
		ranked as materialized (
			select kind, subject_id, max(at) as at, max(score) as score
			from (select kind, subject_id, at, ${order(wish)} as score from found) scored group by kind, subject_id),
		best as materialized (
			select kind, subject_id, score, at
			from (select * from ranked order by score desc, at desc, kind, subject_id offset 0) found
			where ${visible} offset ${from}::int limit ${most}::int)
		select
			(select count(*) from found)::int as candidates,
			case when (select count(*) from found) < ${mostCandidates}::int then
				(select json_object_agg(kind, n) from (select kind, count(*) as n from ranked found where ${visible} group by kind) counted) end as counts,
			(select json_agg(json_build_object('kind', kind, 'id', subject_id) order by score desc, at desc, kind, subject_id) from best) as hits`;
}

/** Newest entries that are looked at to know whether a word is common, and from how many of them on it is. */
const [sampled, common] = [400, 16];

/**
 * The part of the statement called `found`. What is common is found fastest by going through the newest entries, what is
 * rare by the index of words, and PostgreSQL guesses badly which is which: so a sample tells, and each way is kept from
 * being planned as the other.
 */
function candidates(wish: Wish): SQL {
	const { network, others } = networksOf(wish.asking);
	const columns = sql`kind, subject_id, lasting, at, words`;
	const newest = sql`order by lasting desc, at desc limit ${mostCandidates}::int`;
	const through = sql`${among(network, others)} and ${all(conditions(wish, 'through'))}`;
	if (wish.asked.match === null) return sql`found as materialized (select ${columns} from search_entries where ${through} ${newest})`;
	const byWords = sql`select * from (
		select ${columns} from search_entries where ${among(network, others)} and ${all(conditions(wish, 'words'))} offset 0) matching`;
	// The newest of several networks are no part of one index.
	if (others.length > 0) return sql`found as materialized (${byWords} ${newest})`;
	return sql`
		sample as materialized (
			select count(*) filter (where ${all(conditions(wish, 'through'))}) as n
			from (select * from search_entries where ${among(network, others)} order by lasting desc, at desc limit ${sampled}::int) newest),
		found as materialized (
			(select ${columns} from search_entries where (select n from sample) >= ${common}::int and ${through} ${newest})
			union all
			(${byWords} where (select n from sample) < ${common}::int ${newest}))`;
}

function networksOf({ actor }: Asking): { network: string | undefined; others: string[] } {
	const [network, ...others] = readNetworks(actor);
	return { network, others };
}

function among(network: string | undefined, others: string[]): SQL {
	if (network === undefined) return sql`false`;
	// One network is not a list of one: only so its entries are read in the order of an index.
	return others.length === 0 ? sql`network_id = ${network}::uuid` : sql`network_id = any(${sql.param([network, ...others])}::uuid[])`;
}

function all(conditions: SQL[]): SQL {
	return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

/** @param by by the index of words, or through entries in their order, which that index must not come into */
function conditions({ asking: { actor }, query, asked, named }: Wish, by: 'words' | 'through'): SQL[] {
	const timeZone = actor.kind === 'person' ? actor.timeZone : 'UTC';
	const day = (date: string) => instantOf(`${date}T00:00:00`, timeZone).toISOString();
	const conditions: SQL[] = [];
	if (asked.match !== null) conditions.push(by === 'words' ? sql`words @@ ${asked.match}::tsquery` : sql`(words @@ ${asked.match}::tsquery) is true`);
	if (asked.without !== null) conditions.push(sql`not words @@ ${asked.without}::tsquery`);
	if (query.kinds.length > 0) conditions.push(sql`kind = any(${sql.param(query.kinds)}::text[])`);
	if (query.langs.length > 0) conditions.push(sql`lang = any(${sql.param(query.langs)}::text[])`);
	if (named.cities) conditions.push(sql`city = any(${sql.param(named.cities)}::text[])`);
	if (named.people) conditions.push(sql`person_id = any(${sql.param(named.people)}::uuid[])`);
	if (query.after) conditions.push(sql`at >= ${day(query.after)}::timestamptz`);
	if (query.before) conditions.push(sql`at < ${day(query.before)}::timestamptz`);
	return conditions;
}

/** Words as they were asked for, close together, and in titles first; among equals, gently, the newer. */
function order({ asking: { now }, asked: { own, near }, meant }: Wish): SQL {
	const days = sql`greatest(0, extract(epoch from ${now.toISOString()}::timestamptz - at) / 86400)`;
	const fresh = sql`(1 + ${freshness}::float8 * exp(-${fadesBy}::float8 * ${days}))`;
	if (own === '') return sql`${fresh}`;
	const words = sql`ts_rank(${weights}::float4[], words, ${own}::tsquery)`;
	const together = near.includes('&') || near.includes('<->') ? sql` + ts_rank_cd(${weights}::float4[], words, ${near}::tsquery)` : sql``;
	const instead = meant ? sql` + 0.3 * ts_rank(${weights}::float4[], words, ${meant}::tsquery)` : sql``;
	return sql`(0.01 + ${words}${together}${instead}) * ${fresh}`;
}
