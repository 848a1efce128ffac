import { sql, type SQL } from 'drizzle-orm';
import type { Query } from '#lib/model/search/query.ts';
import { instantOf } from '#lib/model/zoned.ts';
import { readNetworks } from '../meetings/visible.ts';
import type { Named } from './named.ts';
import type { Asking } from './source.ts';
import { sources } from './sources.ts';
import type { Asked } from './words/asked.ts';

/** Entries that are put in order. What is found more often than this is put in order only among what stays and the newest. */
export const mostCandidates = 1000;

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
 * What this actor finds, in order: candidates by the index alone, then those of them that the actor may see, by asking
 * their subjects, and only these are put in order and counted.
 */
export function searchStatement(wish: Wish): SQL {
	const { asking, asked, from, most } = wish;
	return sql`
		with found as materialized (
			select kind, subject_id, at, words from search_entries
			where ${sql.join(conditions(wish), sql` and `)}
			order by lasting desc, at desc limit ${mostCandidates}::int),
		seen as materialized (
			select kind, subject_id, at, words, ${order(wish)} as score from found
			where case kind ${sql.join(sources.map((source) => sql`when ${source.kind} then ${source.visible(asking)}`), sql` `)} else false end),
		best as materialized (
			select distinct on (score, at, kind, subject_id) kind, subject_id, words, score, at from seen
			order by score desc, at desc, kind, subject_id offset ${from}::int limit ${most}::int)
		select
			(select json_object_agg(kind, n) from (select kind, count(distinct subject_id) as n from seen group by kind) counted) as counts,
			(select count(*) from found)::int as candidates,
			(select json_agg(json_build_object('kind', kind, 'id', subject_id, 'forms', ${formsFound(asked)}) order by score desc, at desc, kind, subject_id) from best) as hits`;
}

function conditions({ asking: { actor }, query, asked, named }: Wish): SQL[] {
	const timeZone = actor.kind === 'person' ? actor.timeZone : 'UTC';
	const [network, ...others] = readNetworks(actor);
	const day = (date: string) => instantOf(`${date}T00:00:00`, timeZone).toISOString();
	const conditions: SQL[] = [];
	// One network is not a list of one: only so its entries are read in the order of an index.
	if (network === undefined) conditions.push(sql`false`);
	else if (others.length === 0) conditions.push(sql`network_id = ${network}::uuid`);
	else conditions.push(sql`network_id = any(${sql.param([network, ...others])}::uuid[])`);
	if (asked.match !== null) conditions.push(sql`words @@ ${asked.match}::tsquery`);
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

/** The words of an entry, as they stand there, that were found: to be marked wherever they are shown. */
function formsFound({ lexemes, prefix }: Asked): SQL {
	const begins = prefix ? sql`or lexeme ^@ ${prefix}` : sql``;
	return sql`(
		select json_agg(distinct substr(lexeme, 2)) from unnest(words)
		where lexeme ^@ '=' and positions && (
			select array_agg(place) from unnest(words) matched, unnest(matched.positions) place
			where lexeme = any(${sql.param(lexemes)}::text[]) ${begins}))`;
}
